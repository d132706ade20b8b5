/* Streaming decompression: https://zlib.net/manual.html, https://facebook.github.io/zstd/doc/api_manual_latest.html */
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <zlib.h>
#include <zstd.h>

/* inflateInit2 is a macro, which Swift does not import: 15 bits of window, a gzip header only. */
static inline int CCompressionInflateInit(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

#endif
