import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

/** The bucket that one endpoint may use, before anybody has written a policy of the bucket or of the endpoint. */
function withoutPolicies(): string {
  const file = new URL('../src/core/templates/bucket-one-endpoint.json', import.meta.url)
  const design = JSON.parse(readFileSync(file, 'utf8'))
  for (const one of design.constructs)
    if (one.kind === 's3-bucket' || one.kind === 'gateway-endpoint') delete one.policy
  return JSON.stringify(design)
}

test('a bucket that one endpoint may use, asked from three places: its policy is written by demonstration, undone, applied again and exported', async ({
  app,
}) => {
  const { page, requests, bar, start, exports } = app
  await start.openFile({ name: 'open.json', text: withoutPolicies() })
  await app.isSettled()
  await requests.open()
  await expect(requests.panel).toContainText('2 of 5 as expected')
  const propose = requests.panel.getByRole('button', { name: 'Propose policies…' })
  const dialog = page.getByRole('dialog', { name: 'Policies by demonstration' })

  // of the bucket alone it cannot be: what another bucket is denied for is the endpoint’s
  await propose.press('Enter')
  await expect(dialog.getByRole('status').first()).toContainText('5 of 5 as they must, after what is proposed')
  await dialog.getByLabel('Policies of endpoints').uncheck()
  await expect(dialog.getByRole('status').first()).toContainText('nothing is proposed')
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await dialog.getByLabel('Policies of endpoints').check()

  await expect(
    dialog.getByRole('listitem').filter({ hasText: /deny everybody s3:GetObject .*where aws:SourceVpce is not/ }),
  ).toHaveCount(1)
  await expect(dialog.getByRole('region', { name: 'Policy of Reports bucket' })).toContainText('"StringNotEquals"')
  await expect(dialog.getByRole('row')).toHaveCount(6)
  await dialog.getByRole('button', { name: 'Apply' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(requests.panel).toContainText('5 of 5 as expected')
  await bar.undo.click()
  await expect(requests.panel).toContainText('2 of 5 as expected')
  await expect(bar.undo).toBeDisabled()
  await bar.redo.click()
  await expect(requests.panel).toContainText('5 of 5 as expected')

  await exports.open()
  await exports.format('CloudFormation').click()
  await expect(exports.preview).toContainText('aws:PrincipalArn')
})
