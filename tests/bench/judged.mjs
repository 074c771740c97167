// judged.mjs DIR: documents and queries with judgements, made by rule out of public Chinese text and of the sample organisation.
// Writes docs.tsv (number, headline, body), queries.tsv (number, set, words, half) and judged.tsv (query, document, grade).
// Odd queries of a set may be looked at while ranking is worked on (half 0). Even ones, and all of the sets question and manual, are
// held out (half 1): they say whether what was learned holds.
//
//	index      LibreOffice's help, and its index: who wrote it says which pages belong to 单元格 -- 合并. Query: the entry's words; grade 1
//	           for each page that stands under it. Neither index nor key words are in the documents.
//	heading    sections of the Debian reference without their headings. Query: the heading; grade 1 for its own section.
//	topic      the sample organisation's points, and its topics. Query: a topic's name or other word; grade 1 for each point that its
//	           manager put there. Topics are not in the documents.
//	sentence   its syntheses: the first sentence as a query; grade 2 for the points that it cites, 1 for others of its topic.
//
//	question   the Debian FAQ without its questions. Query: a question, a sentence as people ask it; grade 1 for its answer.
//	manual     manual pages in Chinese without their NAME. Query: what NAME says that the page is for; grade 1 for the page.
//
// All are in one collection. Needs the packages libreoffice-help-zh-cn, debian-reference-zh-cn, debian-faq-zh-cn and manpages-zh;
// without one its set is missing.
import { readFileSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
const dir = process.argv[2], docs = [], queries = [], judged = [], number = new Map();
const MOST = 600; // queries of one set
const words = html => html.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, ' ').replace(/<[^>]+>/g, ' ')
	.replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n)).replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16)))
	.replace(/&nbsp;/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').replace(/\s+/g, ' ').trim();
const han = s => (s.match(/\p{Script=Han}/gu) || []).length;
function doc(name, headline, body) {
	docs.push([docs.length + 1, headline, body]);
	number.set(name, docs.length);
}
function query(set, text, grades) { // grades: name → grade
	const known = Object.entries(grades).filter(([name]) => number.has(name));
	if (!known.length) return;
	const nth = queries.filter(q => q[1] === set).length + 1;
	queries.push([queries.length + 1, set, text, set === 'question' || set === 'manual' || nth % 2 === 0 ? 1 : 0]);
	known.forEach(([name, grade]) => judged.push([queries.length, number.get(name), grade]));
}
const thin = list => list.filter((_, i) => Math.floor(i * MOST / list.length) !== Math.floor((i - 1) * MOST / list.length));

function help(root) {
	const of = new Map();
	for (const [, url, text] of readFileSync(root + '/zh-CN/bookmarks.js', 'utf8').matchAll(/url:"([^"?]+)[^"]*", app:"\w+", text:"((?:[^"\\]|\\.)*)"/g)) {
		const entry = words(text).replace(/ *-- */g, ' ').trim();
		if (han(entry) < 2) continue;
		if (!of.has(entry)) of.set(entry, new Set());
		of.get(entry).add(url);
	}
	for (const url of new Set([...of.values()].flatMap(pages => [...pages])))
		if (existsSync(root + '/' + url)) {
			const page = readFileSync(root + '/' + url, 'utf8'), main = page.slice(page.indexOf('id="DisplayArea"')).split('<div class="relatedtopics"')[0];
			doc(url, words((main.match(/<h1[\s\S]*?<\/h1>/) || [''])[0]), words(main.slice(main.indexOf('>') + 1).replace(/<h1[\s\S]*?<\/h1>/, '')));
		}
	for (const [entry, pages] of thin([...of].sort())) query('index', entry, Object.fromEntries([...pages].map(page => [page, 1])));
}
// Sections of pages in a folder: each goes in without its heading, which becomes a query.
function sections(set, root, file, heading) {
	const headings = [];
	for (const name of readdirSync(root).filter(f => file.test(f)).sort()) {
		const parts = readFileSync(root + '/' + name, 'utf8').replace(/<div class="(nav|toc)[\s\S]*?<\/div>/g, '').split(heading).slice(1);
		parts.forEach((part, i) => {
			const [title, body] = part.split(/<\/h[1-6]>/), query = words(title).replace(/^[\d.\s]+|^第 .* 章 /, '').trim();
			if (han(query) < 3 || han(words(body || '')) < 30) return;
			doc(set + name + i, '', words(body));
			headings.push([query, set + name + i]);
		});
	}
	const same = headings.map(h => h[0]);
	for (const [title, name] of thin(headings.filter(([t]) => same.indexOf(t) === same.lastIndexOf(t)))) query(set, title, { [name]: 1 });
}
function manual(root) {
	const purposes = [];
	for (const part of readdirSync(root).filter(f => /^man\d/.test(f)).sort())
		for (const file of readdirSync(root + '/' + part).sort()) {
			const text = gunzipSync(readFileSync(root + '/' + part + '/' + file)).toString().split('\n').filter(l => !/^[.']\\"/.test(l)).join('\n');
			const [, about, rest] = text.match(/^\.SH +"?(?:NAME|名称|名字)[^\n]*\n([\s\S]*?)(^\.SH[\s\S]*)/m) || [];
			const plain = t => t.replace(/^\.(SH|SS|TP|PP|IP|BR?|IR?|RB|BI|IB|RI) ?/gm, '').replace(/^[.'].*$/gm, ' ').replace(/\\(f[A-Z]|f\(..|s[-+]?\d|[&/|])/g, '')
				.replace(/\\-/g, '-').replace(/\\\(../g, ' ').replace(/\\/g, '').replace(/["\s]+/g, ' ').trim();
			const purpose = about && plain(about).split(/ -+ ?/).slice(1).join(' ').trim();
			if (!purpose || han(purpose) < 4 || purpose.length > 60 || han(plain(rest)) < 60) continue;
			doc(file, '', plain(rest).slice(0, 6000));
			purposes.push([purpose, file]);
		}
	const same = purposes.map(p => p[0]);
	for (const [purpose, file] of thin(purposes.filter(([p]) => same.indexOf(p) === same.lastIndexOf(p)))) query('manual', purpose, { [file]: 1 });
}
function sample(root) {
	const first = s => s.replace(/\{([^{}|]*)(\|[^{}]*)?\}/g, '$1'), under = new Map(), texts = readdirSync(root).filter(f => /^points.*\.md$/.test(f)).sort();
	const blocks = texts.flatMap(f => readFileSync(root + '/' + f, 'utf8').split(/^@@ /m).slice(1));
	for (const block of blocks) {
		const [head, ...lines] = block.split('\n'), [key, , , topics] = head.split('|').map(s => s.trim());
		const at = lines.findIndex(l => l.startsWith('## '));
		doc(key, first(lines[at].slice(3)), first(lines.slice(at + 1).join(' ')).replace(/[#*]+/g, ' ').replace(/\s+/g, ' ').trim());
		for (const topic of (topics || '').split(',').map(s => s.trim()).filter(Boolean)) under.set(topic, [...(under.get(topic) || []), key]);
	}
	const all = grade => keys => Object.fromEntries((keys || []).map(k => [k, grade]));
	for (const line of readFileSync(root + '/topics.csv', 'utf8').split('\n').slice(1)) {
		const [key, , name, , aliases] = line.split(',');
		for (const word of [name, ...(aliases || '').split(';')]) if (word && han(word) > 1) query('topic', word, all(1)(under.get(key)));
	}
	for (const block of readFileSync(root + '/syntheses.md', 'utf8').split(/^@@ /m).slice(1)) {
		const [head, ...lines] = block.split('\n'), [topic, , cites] = head.split('|').map(s => s.trim());
		const text = first(lines.join('')).replace(/\*|\[\[\d+\]\]/g, ''), sentence = text.split(/[。！？]/)[0];
		query('sentence', sentence, { ...all(1)(under.get(topic)), ...all(2)(cites.split(',').map(s => s.trim())) });
	}
}
sample('templates/sample');
if (existsSync('/usr/share/libreoffice/help/zh-CN/bookmarks.js')) help('/usr/share/libreoffice/help');
if (existsSync('/usr/share/debian-reference/ch01.zh-cn.html'))
	sections('heading', '/usr/share/debian-reference', /^ch.*zh-cn\.html$/, /<h[2-4] class="title"[^>]*>/);
if (existsSync('/usr/share/doc/debian/FAQ/zh-cn')) sections('question', '/usr/share/doc/debian/FAQ/zh-cn', /zh-cn\.html$/, /<h[2-4] class="title"[^>]*>/);
if (existsSync('/usr/share/man/zh_CN')) manual('/usr/share/man/zh_CN');
const write = (name, rows) => writeFileSync(dir + '/' + name, rows.map(r => r.map(c => String(c).replace(/\s+/g, ' ')).join('\t') + '\n').join(''));
write('docs.tsv', docs);
write('queries.tsv', queries);
write('judged.tsv', judged);
