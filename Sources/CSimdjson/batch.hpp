// A batch of items, and how any record gets from bytes to slots.

#pragma once

#include <simdjson.h>

#include <string>
#include <vector>

#include "arena.hpp"
#include "decoder.hpp"
#include "include/csimdjson.h"

namespace csj {

/// Reads a record's slots: called once an object is open, and again if it has to be normalised.
class RecordTaker {
 public:
  virtual Outcome record(ondemand::object &object) = 0;
  /// Forgets what a broken-off `record` left.
  virtual void roll_back() = 0;

 protected:
  ~RecordTaker() = default;
};

/// From the bytes of one record to an open object: padding, repair, normalising, trailing bytes.
class Source {
 public:
  explicit Source(Decoder &decoder) : decoder_(decoder) {}

  /// Gives the record to `taker`. `is_padded` tells that CSJ_PADDING bytes behind it are readable.
  /// Returns a CSJ_ code; `detail` and `was_repaired` tell more.
  int read(
      const uint8_t *bytes, size_t count, bool is_padded, RecordTaker &taker, ElementTaker *elements);

  const char *detail = nullptr;
  bool was_repaired = false;

 private:
  Outcome attempt(RecordTaker &taker, ElementTaker *elements, bool is_normalised);
  int refusal(Outcome outcome);
  int not_an_object();
  bool normalise();
  void repair_bytes();
  void pad(std::string &buffer);

  Decoder &decoder_;
  ondemand::parser parser_;
  Copier copier_;
  std::string padded_, repaired_, normal_;
  const uint8_t *bytes_ = nullptr;
  size_t count_ = 0;
};

}  // namespace csj

struct csj_batch final : csj::RecordTaker, csj::ElementTaker {
  csj::Outcome record(csj::ondemand::object &object) override;
  csj::Outcome take(csj::ondemand::object &object, const csj::Schema &schema) override;
  void roll_back() override;

  int decode(const uint8_t *bytes, size_t count, bool is_padded, uint64_t line);
  int refuse(const uint8_t *bytes, size_t count, uint64_t line, int code, const char *detail);
  void reset();

  csj::Arena arena;
  std::vector<csj_item> items;
  std::vector<csj_span> likes;
  std::vector<csj_attachment> attachments;
  std::vector<csj_problem> problems;
  csj::Decoder decoder{arena, likes};
  csj::Source source{decoder};
  std::string page;

 private:
  csj::Remainder rest_, attachment_rest_;
  csj_item item_;
  size_t first_like_ = 0;
  size_t first_attachment_ = 0;
};
