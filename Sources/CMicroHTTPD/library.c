#include "cmicrohttpd.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

/* The ABI of Debian's libmicrohttpd12. */
static const char soname[] = "libmicrohttpd.so.12";

static struct cmhd_library library;
static char failure_text[256];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *found(void *handle, const char *name) {
  void *symbol = dlsym(handle, name);
  if (symbol == NULL && failure_text[0] == 0) snprintf(failure_text, sizeof failure_text, "%s has no %s", soname, name);
  return symbol;
}

static void open_library(void) {
  void *handle = dlopen(soname, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    snprintf(failure_text, sizeof failure_text, "%s", dlerror());
    return;
  }
  library.stop_daemon = found(handle, "MHD_stop_daemon");
  library.queue_response = found(handle, "MHD_queue_response");
  library.create_response_from_buffer = found(handle, "MHD_create_response_from_buffer");
  library.create_response_from_callback = found(handle, "MHD_create_response_from_callback");
  library.add_response_header = found(handle, "MHD_add_response_header");
  library.destroy_response = found(handle, "MHD_destroy_response");
  library.lookup_connection_value = found(handle, "MHD_lookup_connection_value");
  library.get_connection_values = found(handle, "MHD_get_connection_values");
  library.start_daemon = found(handle, "MHD_start_daemon");
  library.get_daemon_info = found(handle, "MHD_get_daemon_info");
  library.get_connection_info = found(handle, "MHD_get_connection_info");
}

const struct cmhd_library *cmhd_open(const char **failure) {
  pthread_once(&once, open_library);
  *failure = failure_text;
  return failure_text[0] == 0 ? &library : NULL;
}
