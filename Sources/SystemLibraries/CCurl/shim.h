#include <curl/curl.h>

// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, which Swift cannot call: one function
// for each kind of argument that is used.
static inline CURLcode earshot_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode earshot_set_offset(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode earshot_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode earshot_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode earshot_set_sink(CURL *handle, CURLoption option, curl_write_callback sink) {
    return curl_easy_setopt(handle, option, sink);
}

static inline CURLcode earshot_set_socket_opener(CURL *handle, curl_opensocket_callback opener) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, opener);
}

static inline CURLcode earshot_get_long(CURL *handle, CURLINFO kind, long *value) {
    return curl_easy_getinfo(handle, kind, value);
}

static inline CURLcode earshot_get_pointer(CURL *handle, CURLINFO kind, void **value) {
    return curl_easy_getinfo(handle, kind, value);
}

static inline CURLMcode earshot_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

// The socket types are enumerators of a header that several modules include; Swift sees them in one of these only,
// which one depends on the build.
static inline int earshot_closing_on_exec(int socket_type) {
    return socket_type | SOCK_CLOEXEC;
}
