#include "test.h"

#include <pthread.h>
#include <time.h>

#include "doors/secret.h"

static void a_password_opens_only_its_own_account(void **state)
{
	struct test *t = *state;
	const char *hash = secret_password_hash(t->arena, "先听后讲 7");
	assert_non_null(hash);
	assert_string_not_equal(hash, secret_password_hash(t->arena, "先听后讲 7"));
	assert_true(secret_password_verify(hash, "先听后讲 7"));
	assert_false(secret_password_verify(hash, "先听后讲 8"));
	assert_false(secret_password_verify(hash, ""));
	assert_false(secret_password_verify("not a hash", "x"));
	assert_false(secret_password_verify(NULL, "先听后讲 7"));
	char *long_one = arena_alloc(t->arena, SECRET_PASSWORD_MAX + 2);
	memset(long_one, 'x', SECRET_PASSWORD_MAX + 1);
	assert_false(secret_password_verify(hash, long_one));
}

static void a_cheap_hash_is_replaced_at_full_cost(void **state)
{
	struct test *t = *state;
	const char *hash = secret_password_hash(t->arena, "x");
	assert_false(secret_password_is_old(hash));
	secret_set_cheap(false);
	assert_true(secret_password_is_old(hash));
	const char *dear = secret_password_hash(t->arena, "x");
	assert_non_null(strstr(dear, "$argon2id$v=19$m=65536,t=2,p=1$"));
	assert_false(secret_password_is_old(dear));
	assert_true(secret_password_verify(dear, "x"));
	secret_set_cheap(true);
}

static double seconds_to_verify(const char *hash)
{
	struct timespec from, to;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
	assert_false(secret_password_verify(hash, "guess"));
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
	return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

static void an_unknown_account_takes_as_long_as_a_wrong_password(void **state)
{
	struct test *t = *state;
	secret_set_cheap(false);
	const char *hash = secret_password_hash(t->arena, "x");
	double wrong = seconds_to_verify(hash), unknown = seconds_to_verify(NULL);
	secret_set_cheap(true);
	if (unknown < wrong / 3 || unknown > wrong * 3)
		fail_msg("wrong %.3f s, unknown %.3f s", wrong, unknown);
}

static void *hash_one(void *arena)
{
	return secret_password_hash(arena, "x");
}

static void many_may_hash_at_once_and_all_get_their_turn(void **state)
{
	(void)state;
	pthread_t threads[12];
	struct arena *arenas[12];
	for (size_t i = 0; i < 12; i++) {
		arenas[i] = arena_new();
		pthread_create(&threads[i], NULL, hash_one, arenas[i]);
	}
	for (size_t i = 0; i < 12; i++) {
		void *hash;
		pthread_join(threads[i], &hash);
		assert_true(secret_password_verify(hash, "x"));
		arena_free(arenas[i]);
	}
}

static void tokens_are_long_and_never_twice(void **state)
{
	struct test *t = *state;
	char *one = secret_token(t->arena, "trb_"), *two = secret_token(t->arena, "trb_");
	assert_int_equal(strlen(one), 4 + 43);
	assert_memory_equal(one, "trb_", 4);
	assert_string_not_equal(one, two);
	assert_int_equal(
		strspn(one, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
		47);
	char *digest = secret_token_digest(t->arena, one);
	assert_int_equal(strlen(digest), 64);
	assert_string_equal(digest, secret_token_digest(t->arena, one));
	assert_string_not_equal(digest, secret_token_digest(t->arena, two));
	assert_string_equal(secret_token_digest(t->arena, "abc"), /* published BLAKE2b-256 value */
		"bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
	assert_true(secret_number() > 0);
	assert_true(secret_number() != secret_number());
}

static void a_one_time_password_can_be_typed(void **state)
{
	struct test *t = *state;
	for (int i = 0; i < 200; i++) {
		char *word = secret_one_time_password(t->arena);
		assert_int_equal(strlen(word), 19);
		if (strpbrk(word, "0o1il"))
			fail_msg("%s has letters that look alike", word);
		assert_int_equal(word[4], '-');
		assert_int_equal(strspn(word, "bcdfghjkmnpqrstvwxyz23456789-"), 19);
	}
	assert_string_not_equal(
		secret_one_time_password(t->arena), secret_one_time_password(t->arena));
}

static void equal_is_equal(void **state)
{
	(void)state;
	assert_true(secret_same("abc", "abc"));
	assert_true(secret_same("", ""));
	assert_false(secret_same("abc", "abd"));
	assert_false(secret_same("abc", "abcd"));
	assert_false(secret_same(NULL, NULL));
	assert_false(secret_same("a", NULL));
}

static void a_proof_holds_for_one_key_one_purpose_and_one_text(void **state)
{
	struct test *t = *state;
	struct secret_key key = secret_key_new(), other = secret_key_new(), back;
	char *proof = secret_proof(t->arena, &key, "csrf", "session 1");
	assert_int_equal(strlen(proof), 22);
	assert_string_equal(proof, secret_proof(t->arena, &key, "csrf", "session 1"));
	assert_string_not_equal(proof, secret_proof(t->arena, &key, "csrf", "session 2"));
	assert_string_not_equal(proof, secret_proof(t->arena, &key, "mail", "session 1"));
	assert_string_not_equal(proof, secret_proof(t->arena, &other, "csrf", "session 1"));
	assert_true(secret_key_parse(secret_key_hex(t->arena, &key), &back));
	assert_memory_equal(&key, &back, sizeof key);
	assert_false(secret_key_parse("12", &back));
	assert_false(secret_key_parse(
		"zz3456789012345678901234567890123456789012345678901234567890abcd", &back));
}

static void a_cursor_comes_back_whole_or_not_at_all(void **state)
{
	struct test *t = *state;
	struct secret_key key = secret_key_new();
	char *sealed = secret_seal(t->arena, &key, "points of 7", "2026-W47 123");
	assert_string_equal(secret_open(t->arena, &key, "points of 7", sealed), "2026-W47 123");
	assert_string_equal(sealed, secret_seal(t->arena, &key, "points of 7", "2026-W47 123"));
	assert_null(strstr(sealed, "123"));
	assert_null(secret_open(t->arena, &key, "points of 8", sealed));
	assert_string_equal(
		secret_open(t->arena, &key, "p", secret_seal(t->arena, &key, "p", "")), "");
	for (size_t i = 0; sealed[i]; i++) {
		char *bent = arena_string(t->arena, sealed);
		bent[i] = bent[i] == 'A' ? 'B' : 'A';
		if (secret_open(t->arena, &key, "points of 7", bent))
			fail_msg("changed at %zu and still opened", i);
	}
	static const char *const rubbish[] = { "", "A", "===", "中文", "AAAA", "A A" };
	for (size_t i = 0; i < sizeof rubbish / sizeof *rubbish; i++)
		assert_null(secret_open(t->arena, &key, "points of 7", rubbish[i]));
	char *huge = arena_alloc(t->arena, 20001);
	memset(huge, 'A', 20000);
	assert_null(secret_open(t->arena, &key, "points of 7", huge));
}

static void a_one_time_password_is_hashed_in_a_moment_and_anew_later(void **state)
{
	struct test *t = *state;
	secret_set_cheap(false);
	const char *password = secret_one_time_password(t->arena);
	const char *hash = secret_one_time_hash(t->arena, password);
	assert_true(secret_password_verify(hash, password));
	assert_false(secret_password_verify(hash, "something else"));
	assert_true(secret_password_is_old(hash));
	secret_set_cheap(true);
}

/* RFC 4231, cases 1 and 2; and a key of no bytes. */
static void texts_are_signed_as_hmac_sha256(void **state)
{
	struct test *t = *state;
	static const char key[20] =
		"\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
		"\x0b\x0b\x0b\x0b";
	assert_string_equal(secret_sign(t->arena, key, sizeof key, "Hi There", 8),
		"sDRMYdjbOFNcqK/OrwvxK4gdwgDJgz2nJuk3bC4yz/c=");
	assert_string_equal(secret_sign(t->arena, "Jefe", 4, "what do ya want for nothing?", 28),
		"W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
	assert_string_equal(secret_sign(t->arena, "", 0, "", 0),
		"thNnmggU2ex3L5XXeMNfxf8Wl8STcVZTxscSFEKSxa0=");
	size_t len;
	char *bytes = secret_bytes(t->arena, "AAEC/w==", &len);
	assert_int_equal(len, 4);
	assert_memory_equal(bytes, "\0\1\2\xff", 4);
	assert_null(secret_bytes(t->arena, "no base64!", &len));
	char *fresh = secret_new_base64(t->arena, "x_", 24);
	assert_non_null(secret_bytes(t->arena, fresh + 2, &len));
	assert_int_equal(len, 24);
	assert_string_not_equal(fresh, secret_new_base64(t->arena, "x_", 24));
}

int main(void)
{
	secret_set_cheap(true);
	const struct CMUnitTest tests[] = {
		TEST(a_password_opens_only_its_own_account),
		TEST(a_cheap_hash_is_replaced_at_full_cost),
		TEST(an_unknown_account_takes_as_long_as_a_wrong_password),
		TEST(many_may_hash_at_once_and_all_get_their_turn),
		TEST(tokens_are_long_and_never_twice),
		TEST(a_one_time_password_can_be_typed),
		TEST(equal_is_equal),
		TEST(a_proof_holds_for_one_key_one_purpose_and_one_text),
		TEST(a_cursor_comes_back_whole_or_not_at_all),
		TEST(a_one_time_password_is_hashed_in_a_moment_and_anew_later),
		TEST(texts_are_signed_as_hmac_sha256),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
