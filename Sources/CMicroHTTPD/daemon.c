#include "cmicrohttpd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

struct MHD_Daemon *cmhd_start(const struct cmhd_library *library, int family, uint16_t port, MHD_AccessHandlerCallback handler,
                              MHD_RequestCompletedCallback completed, void *context) {
  struct sockaddr_storage address;
  memset(&address, 0, sizeof address);
  unsigned int flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL;
  if (family == AF_INET6) {
    struct sockaddr_in6 *inet6 = (struct sockaddr_in6 *)&address;
    inet6->sin6_family = AF_INET6;
    inet6->sin6_addr = in6addr_loopback;
    inet6->sin6_port = htons(port);
    flags |= MHD_USE_IPv6;
  } else {
    struct sockaddr_in *inet = (struct sockaddr_in *)&address;
    inet->sin_family = AF_INET;
    inet->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    inet->sin_port = htons(port);
  }
  return library->start_daemon(flags, port, NULL, NULL, handler, context,
                               MHD_OPTION_SOCK_ADDR, &address,
                               MHD_OPTION_NOTIFY_COMPLETED, completed, context,
                               MHD_OPTION_CONNECTION_LIMIT, 256u,
                               /* A client that was killed leaves no thread behind for good. */
                               MHD_OPTION_CONNECTION_TIMEOUT, 120u,
                               MHD_OPTION_END);
}

uint16_t cmhd_port(const struct cmhd_library *library, struct MHD_Daemon *daemon) {
  const union MHD_DaemonInfo *info = library->get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

void cmhd_reset(const struct cmhd_library *library, struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = library->get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  if (info == NULL) return;
  /* Dissolving the association of a TCP socket aborts it; closing it would send what an orderly end does first. */
  const struct sockaddr nobody = {.sa_family = AF_UNSPEC};
  connect(info->connect_fd, &nobody, sizeof nobody);
}
