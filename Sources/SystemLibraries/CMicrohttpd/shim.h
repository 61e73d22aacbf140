#include <microhttpd.h>

// MHD_start_daemon is variadic, which Swift cannot call; every option travels in the array instead.
static inline struct MHD_Daemon *earshot_start_daemon(unsigned int flags, MHD_AccessHandlerCallback handler,
                                                      void *context, struct MHD_OptionItem *options) {
    return MHD_start_daemon(flags, 0, NULL, NULL, handler, context, MHD_OPTION_ARRAY, options,
                            MHD_OPTION_END);
}

// MHD_get_connection_info is variadic as well, though the facts asked for here take no argument.
static inline const union MHD_ConnectionInfo *earshot_connection_fact(struct MHD_Connection *connection,
                                                                      enum MHD_ConnectionInfoType kind) {
    return MHD_get_connection_info(connection, kind);
}

// The socket types are enumerators of a header that several modules include; Swift sees them in one of these only,
// which one depends on the build.
static inline int earshot_listening_socket_type(void) {
    return SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;
}
