#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__LITTLE_ENDIAN__)
#include <arm_neon.h>
#endif

/// Where `byte` comes first in the sixteen bytes at `text`; 16 where it is none of them.
static inline __attribute__((always_inline)) intptr_t
svctop_place_in_16(const void *text, uint8_t byte) {
#if defined(__SSE2__)
  __m128i equal = _mm_cmpeq_epi8(
      _mm_loadu_si128((const __m128i *)text), _mm_set1_epi8((char)byte));
  return __builtin_ctz((unsigned)_mm_movemask_epi8(equal) | 0x10000u);
#elif defined(__ARM_NEON) && defined(__LITTLE_ENDIAN__)
  // NEON has no mask of bits; narrowing by four leaves four bits of each byte:
  // https://developer.arm.com/community/arm-community-blogs/b/servers-and-cloud-computing-blog/posts/porting-x86-vector-bitmask-optimizations-to-arm-neon
  uint8x16_t equal = vceqq_u8(vld1q_u8((const uint8_t *)text), vdupq_n_u8(byte));
  uint64_t bits = vget_lane_u64(
      vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(equal), 4)), 0);
  return bits == 0 ? 16 : __builtin_ctzll(bits) >> 2;
#else
  const uint8_t *bytes = (const uint8_t *)text;
  intptr_t place = 0;
  while (place < 16 && bytes[place] != byte) place += 1;
  return place;
#endif
}
