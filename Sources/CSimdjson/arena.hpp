// Memory for the bytes of a batch: blocks that never move, reused after a reset.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "include/csimdjson.h"

namespace csj {

class Arena {
 public:
  /// Makes room for `count` bytes at `top()`, contiguous.
  void reserve(size_t count) {
    if (static_cast<size_t>(limit_ - top_) < count) grow(count);
  }

  uint8_t *top() const { return top_; }

  /// Ends the value that was written from `top()` to `end`.
  csj_span take(uint8_t *end) {
    csj_span span{top_, static_cast<size_t>(end - top_)};
    top_ = end;
    return span;
  }

  csj_span copy(const char *bytes, size_t count) {
    reserve(count + 1);
    std::memcpy(top_, bytes, count);
    return take(top_ + count);
  }

  /// Keeps one ordinary block; what a huge record took is given back.
  void reset() {
    blocks_.resize(std::min<size_t>(blocks_.size(), 1));
    if (!blocks_.empty() && blocks_[0].size > kBlock) blocks_.clear();
    top_ = blocks_.empty() ? nullptr : blocks_[0].bytes.get();
    limit_ = blocks_.empty() ? nullptr : top_ + blocks_[0].size;
  }

 private:
  static constexpr size_t kBlock = size_t{8} << 20;

  struct Block {
    std::unique_ptr<uint8_t[]> bytes;
    size_t size;
  };

  [[gnu::noinline, gnu::cold]] void grow(size_t count) {
    size_t size = std::max(kBlock, count);
    blocks_.push_back({std::unique_ptr<uint8_t[]>(new uint8_t[size]), size});
    top_ = blocks_.back().bytes.get();
    limit_ = top_ + size;
  }

  std::vector<Block> blocks_;
  uint8_t *top_ = nullptr;
  uint8_t *limit_ = nullptr;
};

}  // namespace csj
