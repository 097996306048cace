import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
await page.goto(`http://localhost:5281/`);
await page.waitForTimeout(4000);
for (const w of process.argv.slice(2)) {
  await page.getByRole('textbox').first().fill(w);
  await page.getByRole('button', { name: 'Send Message' }).click();
  await page.waitForTimeout(4000);
}
await page.getByRole('button', { name: 'Review', exact: true }).nth(3).click();
await page.waitForTimeout(6000);
await page.screenshot({ path: '/tmp/pg.png' });
await browser.close();
