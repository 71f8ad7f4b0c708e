import { expect } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { exampleFolder } from '../src/core/import/describe/testing/exampleFolder.ts'
import { storyTest as test } from './storyTest.ts'

const given = exampleFolder()

test('a zip of what the AWS CLI printed becomes a design, and what is not in it is told', async ({ app }) => {
  const { start, canvas, page, imported } = app
  const zip = zipSync(Object.fromEntries(given.map(({ path, text }) => [path, strToU8(text)])))
  await start.show()
  await start.giveBytes('my-account.zip', zip)
  await expect(imported.dialog).toContainText(/files read, \d+ constructs drawn/)
  await imported.section('Left out of the design').click()
  await expect(imported.dialog).toContainText('nat-gone: the NAT gateway is deleted')
  await expect(imported.dialog).toContainText('get-managed-prefix-list-entries --prefix-list-id pl-lost')
  await imported.close()
  await expect(canvas.node('vpc-a')).toContainText('main')
  await expect(app.bar.title).toHaveValue('my-account')
  await expect(page.getByText('Engine ready')).toBeVisible()
})

test('several files dropped together are imported; a request may name an interface', async ({ app }) => {
  const { start, canvas, page, imported } = app
  await start.chooseBlank()
  const dropped = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer()
      for (const [index, { text }] of files.entries()) transfer.items.add(new File([text], `part-${index}.json`))
      return transfer
    },
    given.map(({ text }) => ({ text })),
  )
  await canvas.root.dispatchEvent('drop', { dataTransfer: dropped })
  await expect(imported.dialog).toContainText('constructs drawn')
  await imported.close()
  await app.request.ask('web', '10.0.2.20')
  await expect(page.getByRole('main')).toContainText('Cannot tell')
})
