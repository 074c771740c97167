#include "outbox.h"

#include "bulletin_letter.h"
#include "mail.h"
#include "robot.h"

/* clang-format off */
static const struct outbox_channel channels[] = {
	/* name        is_on          to              send           a minute, off the mark */
	{ "mail",      mail_is_on,     mail_to,         mail_send,     0, false },
	{ "feishu",    robot_is_on,   robot_to,        robot_send,    100, true },
	{ "dingtalk",  robot_is_on,   robot_to,        robot_send,    20, true },
	{ "wecom",     robot_is_on,   robot_to,        robot_send,    20, true },
	{ "webhook",   robot_is_on,   robot_to,        robot_send,    60, true },
	{ .name = NULL },
};

static const struct outbox_words words[] = {
	/* channel   what          make */
	{ NULL,       "bulletin",    bulletin_letter_group },
	{ "mail",     "bulletin",    bulletin_letter_mail },
	{ "webhook",  "bulletin",    bulletin_letter_event },
	{ "mail",     "digest",      digest_letter_make },
	{ "mail",     "notice",      notice_letter_make },
	{ NULL,       "unsigned",    unsigned_letter_group },
	{ "webhook",  "unsigned",    unsigned_letter_event },
	{ NULL,       "test",        trial_letter_group },
	{ "webhook",  "test",        trial_letter_event },
	{ .what = NULL },
};
/* clang-format on */

const struct outbox_table outbox_table = { channels, words };
