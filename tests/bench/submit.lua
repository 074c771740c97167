-- Each request hands in six points, as the next of the people in $TOKENS, going back week by week.
local tokens, n = {}, 0
for line in io.lines(os.getenv("TOKENS")) do
	tokens[#tokens + 1] = line:match("^token (.+)")
end

local point = [[
## 先问清三件事再谈价格 %d-%d #专题%d
客户第二次到店，先说隔壁店便宜三千。**没有马上谈价**，先问了三件事：谁来用、什么时候要、上一辆车为什么换。

- 当场查了在途车，给了准确到店日
- 把保养和上牌写进一张纸，一项一项念给他听

]]

function request()
	local back = math.floor(n / #tokens) % 9
	local week = os.date("!%G-W%V", os.time() + 8 * 3600 - back * 7 * 86400)
	local text = {}
	for _, kind in ipairs({ "# 经验\n", "# 教训\n" }) do
		text[#text + 1] = kind
		for i = 1, 3 do
			text[#text + 1] = point:format(n, i, (n + i) % 20 + 1)
		end
	end
	n = n + 1
	return wrk.format("PUT", "/api/reflections/" .. week, {
		["Authorization"] = "Bearer " .. tokens[(n - 1) % #tokens + 1],
		["Content-Type"] = "text/markdown",
	}, table.concat(text))
end
