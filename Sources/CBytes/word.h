#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__LITTLE_ENDIAN__)
#include <arm_neon.h>
#endif

/// Copies the word of SQL that sixteen bytes begin with, its letters in lower case, and returns its length.
///
/// A word is letters, digits, `_`, `$` and bytes beyond ASCII. Sixteen bytes are read and written,
/// of which those after the word mean nothing.
static inline __attribute__((always_inline)) intptr_t
svctop_copy_word_of_16(const void *text, void *target) {
#if defined(__SSE2__)
  __m128i bytes = _mm_loadu_si128((const __m128i *)text);
  __m128i letter = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
  __m128i digit = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
  __m128i is_letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(25)), letter);
  __m128i is_digit = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
  __m128i is_sign = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('_')),
                                 _mm_cmpeq_epi8(bytes, _mm_set1_epi8('$')));
  __m128i is_word = _mm_or_si128(_mm_or_si128(is_letter, is_digit), _mm_or_si128(is_sign, bytes));
  _mm_storeu_si128((__m128i *)target,
                   _mm_or_si128(bytes, _mm_and_si128(is_letter, _mm_set1_epi8(0x20))));
  return __builtin_ctz(~(unsigned)_mm_movemask_epi8(is_word) | 0x10000u);
#elif defined(__ARM_NEON) && defined(__LITTLE_ENDIAN__)
  uint8x16_t bytes = vld1q_u8((const uint8_t *)text);
  uint8x16_t letter = vsubq_u8(vorrq_u8(bytes, vdupq_n_u8(0x20)), vdupq_n_u8('a'));
  uint8x16_t is_letter = vcleq_u8(letter, vdupq_n_u8(25));
  uint8x16_t is_digit = vcleq_u8(vsubq_u8(bytes, vdupq_n_u8('0')), vdupq_n_u8(9));
  uint8x16_t is_sign =
      vorrq_u8(vceqq_u8(bytes, vdupq_n_u8('_')), vceqq_u8(bytes, vdupq_n_u8('$')));
  uint8x16_t is_word = vorrq_u8(vorrq_u8(is_letter, is_digit),
                                vorrq_u8(is_sign, vcgeq_u8(bytes, vdupq_n_u8(0x80))));
  vst1q_u8((uint8_t *)target, vorrq_u8(bytes, vandq_u8(is_letter, vdupq_n_u8(0x20))));
  // Four bits for each byte, as in `svctop_place_in_16`.
  uint64_t others = ~vget_lane_u64(
      vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(is_word), 4)), 0);
  return others == 0 ? 16 : __builtin_ctzll(others) >> 2;
#else
  const uint8_t *bytes = (const uint8_t *)text;
  uint8_t *copy = (uint8_t *)target;
  intptr_t length = 0;
  while (length < 16) {
    uint8_t byte = bytes[length];
    uint8_t lower = byte | 0x20;
    int is_letter = lower >= 'a' && lower <= 'z';
    if (!is_letter && !(byte >= '0' && byte <= '9') && byte != '_' && byte != '$' && byte < 0x80)
      break;
    copy[length] = is_letter ? lower : byte;
    length += 1;
  }
  return length;
#endif
}
