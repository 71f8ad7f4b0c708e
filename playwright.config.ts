import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, ensureBrowser } from './scripts/findBrowser.ts'

/** Port of the production build under test; not the one of `npm start`, so that both can run. `E2E_PORT` lets two checkouts test at once. */
const PORT = Number(process.env.E2E_PORT ?? 4174)

export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  // a busy build server may miss a moment; a fault fails twice
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '.cache/test-reports/playwright.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: ensureBrowser(), args: CHROMIUM_ARGS },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    timeout: 30_000,
    reuseExistingServer: false,
  },
})
