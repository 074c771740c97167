/*
 * destination_kind: the ways to a group's chat, or to a program, that what headquarters issues
 * takes: what each of them wants of an address, a secret and a message. One table
 * (destination_kind.c).
 *
 * Limits and codes are those that each documents:
 *	Feishu    open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 *	DingTalk  open.dingtalk.com/document/orgapp/custom-robot-access
 *	WeCom     developer.work.weixin.qq.com/document/path/91770
 *	webhook   github.com/standard-webhooks/standard-webhooks, 1.0.0
 */
#ifndef BASE_DESTINATION_KIND_H
#define BASE_DESTINATION_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum destination_kind {
	DESTINATION_FEISHU,
	DESTINATION_DINGTALK,
	DESTINATION_WECOM,
	DESTINATION_WEBHOOK,
};
#define DESTINATION_KINDS 4

struct destination_words {
	const char *name;    /* in the database and the API: the outbox's channel */
	const char *label;   /* English, for _() */
	const char *address; /* how one begins: an example; "" where there is none */
	const char *help;    /* English: where its address and secret are found */
	size_t bytes;        /* the most: of the whole body, or of its text where that is counted */
	int per_minute;      /* the most to one of them */
	bool signs;          /* is there a secret to sign with? */
};

const struct destination_words *destination_kind_words(enum destination_kind kind);
bool destination_kind_parse(const char *name, enum destination_kind *kind);

#endif
