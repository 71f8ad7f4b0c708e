import { test as base, expect } from '@playwright/test'
import { type AppPage, appPage } from './pages/appPage.ts'

interface StoryOptions {
  /** Errors that a story brings about on purpose; everything else in the console fails it. */
  readonly plantedErrors: readonly RegExp[]
}
interface StoryFixtures {
  /** The page, loaded for the first time: the start dialog is open. */
  readonly app: AppPage
  readonly consoleIsClean: undefined
}

/** A story in the browser. It fails on every error in the console, refusals of the content security policy included. */
export const storyTest = base.extend<StoryFixtures & StoryOptions>({
  plantedErrors: [[], { option: true }],
  consoleIsClean: [
    async ({ context, plantedErrors }, use) => {
      const errors: string[] = []
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      context.on('weberror', (error) => errors.push(String(error.error())))
      await use(undefined)
      expect(
        errors.filter((error) => !plantedErrors.some((planted) => planted.test(error))),
        'errors in the console',
      ).toEqual([])
    },
    { auto: true },
  ],
  app: async ({ page }, use) => {
    const app = appPage(page)
    await app.load()
    await expect(app.start.dialog).toBeVisible()
    await use(app)
  },
})
