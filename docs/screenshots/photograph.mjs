// Photographs one workflow's page in Temporal's Web UI: node photograph.mjs CHROMIUM URL FILE
import { chromium } from 'playwright-core';

const [executablePath, url, path] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox', // Chromium refuses to run as root otherwise, as in a container.
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  // As high as the page of a saga with two undos is, and so wide that an id stays on one line.
  const page = await browser.newPage({ viewport: { width: 1450, height: 1090 } });
  await page.goto(url);
  await page.getByRole('button', { name: 'Descending' }).click(); // First things first.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(3000); // The timeline is drawn in steps, and has no sign for when it is done.
  await page.screenshot({ path });
} finally {
  await browser.close();
}
