/* Signatures that other services check. */
#include <string.h>

#include <sodium.h>

#include "secret.h"

static char *base64(struct arena *a, const unsigned char *bytes, size_t len)
{
	size_t room = sodium_base64_encoded_len(len, sodium_base64_VARIANT_ORIGINAL);
	return sodium_bin2base64(
		arena_alloc(a, room), room, bytes, len, sodium_base64_VARIANT_ORIGINAL);
}

char *secret_sign(struct arena *a, const char *key, size_t key_len, const char *text, size_t len)
{
	crypto_auth_hmacsha256_state state;
	unsigned char sum[crypto_auth_hmacsha256_BYTES];
	crypto_auth_hmacsha256_init(&state, (const unsigned char *)key, key_len);
	crypto_auth_hmacsha256_update(&state, (const unsigned char *)text, len);
	crypto_auth_hmacsha256_final(&state, sum);
	return base64(a, sum, sizeof sum);
}

char *secret_bytes(struct arena *a, const char *text, size_t *len)
{
	size_t given = strlen(text);
	char *bytes = arena_alloc(a, given + 1);
	return sodium_base642bin((unsigned char *)bytes, given, text, given, NULL, len, NULL,
		       sodium_base64_VARIANT_ORIGINAL)
		       ? NULL
		       : bytes;
}

char *secret_new_base64(struct arena *a, const char *prefix, size_t bytes)
{
	unsigned char *random = arena_alloc(a, bytes);
	secret_fill(random, bytes);
	return arena_format(a, "%s%s", prefix, base64(a, random, bytes));
}
