/* libmicrohttpd, opened with dlopen on first use, so that a program pays for it only when it serves. */
#pragma once

#include <microhttpd.h>

/* The functions are there once the library is open; of their pointers the library's own header says nothing. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wnullability-completeness"

/* The functions in use, as the library has them. */
struct cmhd_library {
  void (*_Nonnull stop_daemon)(struct MHD_Daemon *);
  enum MHD_Result (*_Nonnull queue_response)(struct MHD_Connection *, unsigned int, struct MHD_Response *);
  struct MHD_Response *(*_Nonnull create_response_from_buffer)(size_t, void *, enum MHD_ResponseMemoryMode);
  struct MHD_Response *(*_Nonnull create_response_from_callback)(uint64_t, size_t, MHD_ContentReaderCallback, void *,
                                                        MHD_ContentReaderFreeCallback);
  enum MHD_Result (*_Nonnull add_response_header)(struct MHD_Response *, const char *, const char *);
  void (*_Nonnull destroy_response)(struct MHD_Response *);
  const char *(*_Nonnull lookup_connection_value)(struct MHD_Connection *, enum MHD_ValueKind, const char *);
  int (*_Nonnull get_connection_values)(struct MHD_Connection *, enum MHD_ValueKind, MHD_KeyValueIterator, void *);
  /* Variadic, so out of Swift's reach: the functions below use them. */
  struct MHD_Daemon *(*_Nonnull start_daemon)(unsigned int, uint16_t, MHD_AcceptPolicyCallback, void *, MHD_AccessHandlerCallback,
                                     void *, ...);
  const union MHD_DaemonInfo *(*_Nonnull get_daemon_info)(struct MHD_Daemon *, enum MHD_DaemonInfoType, ...);
  const union MHD_ConnectionInfo *(*_Nonnull get_connection_info)(struct MHD_Connection *, enum MHD_ConnectionInfoType, ...);
};

/* Opens the library, once a process. NULL when it is missing; `failure` then is what the loader said. */
const struct cmhd_library *cmhd_open(const char **failure);

/* Serves on the loopback address of `family` (AF_INET or AF_INET6) with a thread a connection. NULL with errno set when
   the port cannot be had. `port` 0 means any that is free. */
struct MHD_Daemon *cmhd_start(const struct cmhd_library *library, int family, uint16_t port, MHD_AccessHandlerCallback handler,
                              MHD_RequestCompletedCallback completed, void *context);

/* The port that a daemon listens on. */
uint16_t cmhd_port(const struct cmhd_library *library, struct MHD_Daemon *daemon);

/* Ends a connection by a reset (RST) instead of an orderly close. */
void cmhd_reset(const struct cmhd_library *library, struct MHD_Connection *connection);

#pragma clang diagnostic pop
