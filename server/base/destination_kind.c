#include "destination_kind.h"

#include <string.h>

#define N_(s) s /* as doors/i18n.h: spoken later, by _() */

/* WeCom counts the bytes of the text, the others those of the body. Feishu also takes no more than
 * 5 a second, which one after the other, each on a connection of its own, does not reach. */
static const struct destination_words kinds[DESTINATION_KINDS] = {
	[DESTINATION_FEISHU] = { "feishu", N_("Feishu group"),
		"https://open.feishu.cn/open-apis/bot/v2/hook/",
		N_("Group settings, Bots, Add a custom bot. Tick the signature check and copy its "
		   "secret too."),
		20000, 100, true },
	[DESTINATION_DINGTALK] = { "dingtalk", N_("DingTalk group"),
		"https://oapi.dingtalk.com/robot/send?access_token=",
		N_("Group settings, Robots, Custom robot. Choose signing; its secret begins with "
		   "SEC."),
		20000, 20, true },
	[DESTINATION_WECOM] = { "wecom", N_("WeCom group"),
		"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=",
		N_("Right click on the group, Add a group robot. The address is the secret: it has "
		   "no other."),
		4096, 20, false },
	[DESTINATION_WEBHOOK] = { "webhook", N_("Another program (webhook)"), "",
		N_("Standard Webhooks 1.0.0. Secrets begin with whsec_; left empty, one is made "
		   "and "
		   "shown once."),
		20000, 60, true },
};

const struct destination_words *destination_kind_words(enum destination_kind kind)
{
	return &kinds[kind];
}

bool destination_kind_parse(const char *name, enum destination_kind *kind)
{
	for (int i = 0; i < DESTINATION_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*kind = (enum destination_kind)i;
			return true;
		}
	return false;
}
