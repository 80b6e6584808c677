#include "ccurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

// The header's checks of variable arguments are macros over the names below.
#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
  __typeof__(&curl_global_init) global_init;
  __typeof__(&curl_easy_init) init;
  __typeof__(&curl_easy_cleanup) cleanup;
  __typeof__(&curl_easy_reset) reset;
  __typeof__(&curl_easy_perform) perform;
  __typeof__(&curl_easy_setopt) setopt;
  __typeof__(&curl_easy_getinfo) getinfo;
  __typeof__(&curl_easy_strerror) strerror;
  __typeof__(&curl_slist_append) append;
  __typeof__(&curl_slist_free_all) free_all;
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char failure[256];

static void note(const char *text) {
  snprintf(failure, sizeof failure, "%s", text ? text : "unknown reason");
}

static void load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    note(dlerror());
    return;
  }
  const struct {
    const char *name;
    void *place;
  } symbols[] = {
      {"curl_global_init", &curl.global_init}, {"curl_easy_init", &curl.init},
      {"curl_easy_cleanup", &curl.cleanup},    {"curl_easy_reset", &curl.reset},
      {"curl_easy_perform", &curl.perform},    {"curl_easy_setopt", &curl.setopt},
      {"curl_easy_getinfo", &curl.getinfo},    {"curl_easy_strerror", &curl.strerror},
      {"curl_slist_append", &curl.append},     {"curl_slist_free_all", &curl.free_all},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
    void *symbol = dlsym(library, symbols[i].name);
    if (!symbol) {
      note(dlerror());
      return;
    }
    *(void **)symbols[i].place = symbol;
  }
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) note("it cannot be initialised");
}

const char *ccurl_load(void) {
  pthread_once(&once, load);
  return failure[0] ? failure : NULL;
}

CURL *ccurl_open(void) { return curl.init(); }
void ccurl_close(CURL *handle) { curl.cleanup(handle); }
CURLcode ccurl_perform(CURL *handle) { return curl.perform(handle); }
void ccurl_reset(CURL *handle) { curl.reset(handle); }
const char *ccurl_message(CURLcode code) { return curl.strerror(code); }

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
  return curl.setopt(handle, option, value);
}
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl.setopt(handle, option, value);
}
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl.setopt(handle, option, value);
}
CURLcode ccurl_set_take(CURL *handle, CURLoption option, ccurl_take value) {
  return curl.setopt(handle, option, value);
}
CURLcode ccurl_set_tick(CURL *handle, ccurl_tick value) {
  return curl.setopt(handle, CURLOPT_XFERINFOFUNCTION, value);
}

long ccurl_status(CURL *handle) {
  long status = 0;
  curl.getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

struct curl_slist *ccurl_append(struct curl_slist *list, const char *text) {
  return curl.append(list, text);
}
void ccurl_free(struct curl_slist *list) { curl.free_all(list); }
