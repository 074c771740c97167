// score.mjs DIR RUN…: nDCG@10 and MRR of each run against DIR/judged.tsv, for each set of queries and over the sets (each weighs the same);
// nDCG@10 over the sets of the held out half, too.
import { readFileSync } from 'node:fs';
const [dir, ...runs] = process.argv.slice(2), rows = path => readFileSync(path, 'utf8').split('\n').filter(Boolean).map(l => l.split('\t'));
const set = new Map(rows(dir + '/queries.tsv').map(r => [r[0], r[1]])), held = new Map(rows(dir + '/queries.tsv').map(r => [r[0], r[3] === '1'])), grades = new Map();
for (const [q, doc, grade] of rows(dir + '/judged.tsv')) grades.set(q, (grades.get(q) || new Map()).set(doc, Number(grade)));
const gain = (list, of) => list.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);
const mean = list => list.reduce((a, b) => a + b, 0) / (list.length || 1);
const names = [...new Set(set.values())], table = runs.map(path => {
	const found = new Map(rows(path).map(([q, ...docs]) => [q, docs])), of = new Map();
	for (const [q, judged] of grades) {
		const docs = (found.get(q) || []).slice(0, 10), ideal = [...judged.values()].sort((a, b) => b - a).slice(0, 10);
		const first = docs.findIndex(d => judged.has(d));
		const one = { held: held.get(q), ndcg: gain(docs.map(d => judged.get(d) || 0)) / gain(ideal), mrr: first < 0 ? 0 : 1 / (first + 1) };
		of.set(set.get(q), [...(of.get(set.get(q)) || []), one]);
	}
	const line = names.map(n => ({ ndcg: mean(of.get(n).map(x => x.ndcg)), mrr: mean(of.get(n).map(x => x.mrr)) }));
	const other = mean(names.map(n => of.get(n).filter(x => x.held)).filter(l => l.length).map(l => mean(l.map(x => x.ndcg))));
	return { other, name: path.replace(/.*\//, '').replace(/\.run$/, ''), line, ndcg: mean(line.map(x => x.ndcg)), mrr: mean(line.map(x => x.mrr)) };
});
console.log(['nDCG@10 / MRR'.padEnd(16), ...names.map(n => `${n} (${[...set.values()].filter(s => s === n).length})`.padEnd(16)), 'all sets'.padEnd(16), 'held out'].join(' '));
for (const r of table) console.log([r.name.padEnd(16), ...r.line.map(x => `${x.ndcg.toFixed(3)} / ${x.mrr.toFixed(3)}`.padEnd(16)), `${r.ndcg.toFixed(3)} / ${r.mrr.toFixed(3)}`.padEnd(16), r.other.toFixed(3)].join(' '));
const ours = table.find(r => r.name === 'ours'), best = Math.max(...table.filter(r => r !== ours).map(r => r.ndcg));
if (ours && table.length > 1) {
	const ahead = ours.ndcg - best;
	console.log(`ours against the better of them: ${ahead >= 0 ? '+' : ''}${ahead.toFixed(3)} nDCG@10 (>= 0.040) ${ahead >= 0.04 ? 'kept' : 'MISSED'}`);
	process.exitCode = ahead >= 0.04 ? 0 : 1;
}
