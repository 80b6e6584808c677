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

  /// Keeps the largest ordinary block; what a huge record took is given back.
  void reset() {
    Block kept;
    for (Block &block : blocks_) {
      if (block.size <= kLargest && block.size > kept.size) kept = std::move(block);
    }
    blocks_.clear();
    total_ = kept.size;
    top_ = kept.bytes.get();
    limit_ = top_ + kept.size;
    if (kept.size > 0) blocks_.push_back(std::move(kept));
  }

  /// The bytes that its blocks take.
  size_t byte_count() const { return total_; }

 private:
  /// A page of the API takes a few blocks that double, a batch of an import soon the largest: pages wait by the hundred.
  static constexpr size_t kSmallest = size_t{4} << 10;
  static constexpr size_t kLargest = size_t{8} << 20;

  struct Block {
    std::unique_ptr<uint8_t[]> bytes;
    size_t size = 0;
  };

  [[gnu::noinline, gnu::cold]] void grow(size_t count) {
    size_t size = std::max(count, std::clamp(total_, kSmallest, kLargest));
    total_ += size;
    blocks_.push_back({std::unique_ptr<uint8_t[]>(new uint8_t[size]), size});
    top_ = blocks_.back().bytes.get();
    limit_ = top_ + size;
  }

  std::vector<Block> blocks_;
  uint8_t *top_ = nullptr;
  uint8_t *limit_ = nullptr;
  size_t total_ = 0;
};

}  // namespace csj
