/* sales_text: texts for tests of search: sentences of our own, made of what salespeople write; each
 * %s takes a thing or a name. */
#ifndef SALES_TEXT_H
#define SALES_TEXT_H

static const char *const sentences[] = {
	"客户说%s太贵，先别急着让价，问清楚他拿谁跟我们比。",
	"上周去%s回访，发现样品一直没有拆封！",
	"%s的采购流程要三级审批；我们只找了使用部门。",
	"交车前一天给%s打电话，确认牌照和保险",
	"试驾路线换成高架以后，%s的成交率明显高了。\n下周继续试。",
	"他问：“%s能不能分期？”我当场答不上来，",
	"战败原因不是价格，而是%s交期晚了十天",
	"意向客户%s已经三周没有联系，应当约回访时间。",
	"《%s》写了两遍，经理还是退回来，",
	"会上讨论了%s、竞品、付款方式，没有结论……",
	"客戶說%s價格貴，為什麼不早點報價？",
	"請%s幫忙確認樣品寄出後的回訪時間。",
	"每天早上先看%s，再排当天的电话。",
	"老客户转介绍来的%s，三天就签了。",
	"竞争对手把%s降到８５折，我们不跟。",
	"%s说得对：先听后讲，再报价。",
};
static const char *const things[] = { "A3报告", "A3 报告", "gen-itgc后", "gen itgc 后", "4S店",
	"4S 店", "SUV", "Suv轿车", "CRM系统", "crm 系统", "王芳", "李经理", "3.5折", "35折",
	"2026年", "202611", "138", "13800001111", "ＡＢＣ公司", "abcd公司", "华东新品上市",
	"華東新品上市", "旗舰店", "𠮷野家", "👍", "Ａ３報告", "B端客户", "VIP客户", "vips", "ERP",
	"erp2", "50%", "C++", "㎏级", "café", "报价单" };

#endif
