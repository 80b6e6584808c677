// Circuit's JSON records, decoded over simdjson (on demand) into flat structs.
//
// One rule holds for every record: what its fields here cannot say exactly stands in its
// `remainder`, a JSON object nested as the source was. Source = fields merged with the remainder,
// the remainder winning. An absent remainder means that the fields say it all.

#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable, whatever they are, behind text given to `csj_batch_decode_lines`.
#define CSJ_PADDING 64
/// Deepest nesting of objects and arrays in a record, simdjson's own default.
#define CSJ_MAX_DEPTH 1024
/// Longest record, in bytes.
#define CSJ_MAX_BYTES ((size_t)64 << 20)
/// The value of an integer field that is absent.
#define CSJ_NO_INTEGER INT64_MIN

/// Bytes in a batch's arena, valid UTF-8, NULs allowed; `bytes` is NULL for an absent value.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} csj_span;

enum { CSJ_KIND_OTHER, CSJ_KIND_TEXT, CSJ_KIND_SYSTEM, CSJ_KIND_RTC };
enum { CSJ_CONTENT_ABSENT, CSJ_CONTENT_PLAIN, CSJ_CONTENT_RICH, CSJ_CONTENT_OTHER };
enum { CSJ_STATE_ABSENT, CSJ_STATE_CREATED, CSJ_STATE_EDITED, CSJ_STATE_DELETED, CSJ_STATE_OTHER };
enum { CSJ_BOOL_ABSENT, CSJ_BOOL_FALSE, CSJ_BOOL_TRUE };

/// A ConversationItem. Times are milliseconds since 1970 UTC, CSJ_NO_INTEGER where absent.
typedef struct {
  csj_span item_id, conv_id, creator_id;
  csj_span type;  // the source's own word, also when `kind` cannot say it
  csj_span parent_id, subject, content, remainder;
  int64_t creation_time, modification_time;
  uint64_t line;
  size_t like_start, like_count;              // into csj_batch_likes
  size_t attachment_start, attachment_count;  // into csj_batch_attachments
  uint8_t kind, content_type, state;          // CSJ_KIND_…, CSJ_CONTENT_…, CSJ_STATE_…
  uint8_t include_in_unread, is_webhook;      // CSJ_BOOL_…
  uint8_t kind_is_inferred;  // there was no `type`: `kind` comes from `text`, `system` or `rtc`
  uint8_t was_repaired;      // the source was not valid UTF-8 or had raw control characters
} csj_item;

/// An Attachment; `size` is in bytes.
typedef struct {
  csj_span file_id, file_name, mime_type, url, delete_url, creator_id, item_id, remainder;
  int64_t size, creation_time, modification_time;
} csj_attachment;

enum {
  CSJ_OK,
  CSJ_BLANK,               // nothing but white space
  CSJ_NOT_JSON,            // `detail` says what is wrong
  CSJ_NOT_AN_OBJECT,       // JSON of another kind
  CSJ_NOT_AN_ARRAY,        // a page that is not an array
  CSJ_MISSING_IDENTIFIER,  // `detail` is the field's name
  CSJ_TOO_DEEP,
  CSJ_TOO_LONG,
  CSJ_BROKEN_ARRAY,  // an array that is cut off or goes on behind its end; `detail` says which
  CSJ_END_OF_ARRAY   // no problem: all elements have been seen
};

/// Why a record was refused. `detail` is a constant text or NULL, never part of the record.
typedef struct {
  uint64_t line;
  const uint8_t *bytes;  // the record, in the caller's memory
  size_t count;
  const char *detail;
  uint8_t code;
} csj_problem;

/// Items decoded one after the other, and the memory that they point into.
typedef struct csj_batch csj_batch;

csj_batch *csj_batch_create(void);
void csj_batch_destroy(csj_batch *batch);
/// Forgets items and problems; keeps memory for the next use, within reason.
void csj_batch_reset(csj_batch *batch);

/// Decodes one line, which needs no padding. Returns a CSJ_ code.
int csj_batch_decode_line(csj_batch *batch, const uint8_t *bytes, size_t count, uint64_t line);
/// Decodes newline-separated lines with CSJ_PADDING readable bytes behind them.
void csj_batch_decode_lines(csj_batch *batch, const uint8_t *bytes, size_t count, uint64_t line);
/// Decodes the elements of a JSON array, each by itself; `line` of an element is its index plus 1.
void csj_batch_decode_page(csj_batch *batch, const uint8_t *bytes, size_t count);

/// About how many bytes the batch holds.
size_t csj_batch_byte_count(const csj_batch *batch);
size_t csj_batch_item_count(const csj_batch *batch);
const csj_item *csj_batch_items(const csj_batch *batch);
const csj_span *csj_batch_likes(const csj_batch *batch);
const csj_attachment *csj_batch_attachments(const csj_batch *batch);
size_t csj_batch_problem_count(const csj_batch *batch);
const csj_problem *csj_batch_problems(const csj_batch *batch);

/// A walk over the elements of a JSON array; `index` counts those seen.
typedef struct {
  const uint8_t *position, *limit;
  uint64_t index;
  uint8_t is_closed;
} csj_elements;

/// Starts a walk. Returns CSJ_OK or CSJ_NOT_AN_ARRAY.
int csj_elements_begin(csj_elements *walk, const uint8_t *bytes, size_t count);
/// Goes to the next element, which may be blank or no JSON at all. Returns CSJ_OK, CSJ_END_OF_ARRAY,
/// or CSJ_BROKEN_ARRAY with a constant text in `detail`.
int csj_elements_next(csj_elements *walk, csj_span *element, const char **detail);

/// The kinds of field that a flat record can have.
enum { CSJ_STRING, CSJ_INTEGER, CSJ_STRINGS };

/// One field of a flat record; a record without a required one, or with it empty, is refused.
typedef struct {
  const char *name;
  size_t name_length;
  uint8_t kind;
  uint8_t is_required;
} csj_field;

/// The value of one field: `text`, `integer` (CSJ_NO_INTEGER if absent) or `list`.
typedef struct {
  csj_span text;
  int64_t integer;
  const csj_span *list;
  size_t list_count;
} csj_value;

/// Decodes one flat record into `values` (one a field, valid until the batch's next call).
/// Returns CSJ_OK, CSJ_BLANK or a problem, described in `problem`.
int csj_batch_decode_record(
    csj_batch *batch, const csj_field *fields, size_t field_count, const uint8_t *bytes,
    size_t count, csj_value *values, csj_span *remainder, csj_problem *problem);

#ifdef __cplusplus
}
#endif

#endif
