// libcurl, opened when it is first needed: a program that never asks the network does not pay for
// loading it and the thirty libraries behind it. Only what Swift cannot do is here: finding the
// functions, and calling those with variable arguments.

#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Takes `count` elements of `size` bytes of a body or a header; returns how many bytes it took.
typedef size_t (*ccurl_take)(char *bytes, size_t size, size_t count, void *context);
/// Is called now and then during a transfer; anything but 0 ends it.
typedef int (*ccurl_tick)(
    void *context, curl_off_t download_total, curl_off_t downloaded, curl_off_t upload_total,
    curl_off_t uploaded);

/// Loads the library. Returns NULL, or the loader's own words; the same answer at every call. The
/// functions below may be called after it has returned NULL.
const char *ccurl_load(void);

CURL *ccurl_open(void);
void ccurl_close(CURL *handle);
CURLcode ccurl_perform(CURL *handle);
/// Forgets all options, keeps connections.
void ccurl_reset(CURL *handle);
const char *ccurl_message(CURLcode code);

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
/// `value` must live as long as the handle uses it.
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode ccurl_set_take(CURL *handle, CURLoption option, ccurl_take value);
CURLcode ccurl_set_tick(CURL *handle, ccurl_tick value);
/// The status of the last answer; 0 when there was none.
long ccurl_status(CURL *handle);

/// A list of headers with one more; NULL when memory is short, and the list is as it was.
struct curl_slist *ccurl_append(struct curl_slist *list, const char *text);
void ccurl_free(struct curl_slist *list);

#ifdef __cplusplus
}
#endif

#endif
