// picture.mjs FILE.png: the README's picture: a phone beside a laptop, both showing the sample organisation.
import { statSync } from 'node:fs';
import { open } from './house.mjs';

const file = process.argv[2] ?? 'docs/picture.png';
const house = await open();

async function shot(login, path, face, height, act) {
	const page = await house.enter(login, face);
	await page.setViewportSize({ width: face.width, height });
	await page.goto(house.url + (typeof path === 'string' ? path : await page.$$eval('main a', (all, like) =>
		all.map(a => a.getAttribute('href')).find(href => new RegExp(like).test(href)), path.source)));
	if (act) await act(page);
	const picture = await page.screenshot();
	await page.context().close();
	return picture.toString('base64');
}

const phone = await shot('gujiayi', '/write', { width: 360 }, 740);
const laptop = await shot('shenboyang', /^\/units\/HD\?/, { width: 1280 }, 860);

const page = await house.browser.newPage({ viewport: { width: 1400, height: 800 } });
await page.setContent(`<!doctype html><style>
body { margin: 0; height: 800px; position: relative; background: #dfe8e4; }
img { position: absolute; display: block; box-shadow: 0 18px 50px rgba(10, 40, 40, .28); }
.laptop { left: 200px; top: 50px; width: 1160px; height: auto; max-height: 700px; object-fit: cover; object-position: top; border: 1px solid #b9c6c2; border-radius: 14px; }
.phone { left: 40px; top: 110px; width: 310px; border: 8px solid #1d2526; border-radius: 32px; }
</style><img class="laptop" src="data:image/png;base64,${laptop}"><img class="phone" src="data:image/png;base64,${phone}">`);
await page.waitForFunction(() => [...document.images].every(i => i.complete));
await page.screenshot({ path: file });
await house.close();
console.log(`${file}: ${Math.ceil(statSync(file).size / 1024)} KB`);
