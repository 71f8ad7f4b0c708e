import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { storyTest as test } from './storyTest.ts'

const MAIN = `
Parameters:
  Block: {Type: String, Description: The block of the VPC}
  Kind: {Type: String, AllowedValues: [dev, prod]}
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: ./network.yaml, Parameters: {Block: !Ref Block}}
  Topic: {Type: AWS::SNS::Topic}
`
const NETWORK = `
Parameters: {Block: {Type: String}}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
`

test('templates dropped with what belongs to them ask for their parameters, and are imported again with the values', async ({
  app,
}) => {
  const { start, canvas, page, imported } = app
  await start.chooseBlank()
  await app.drop([
    { name: 'main.template', text: MAIN },
    { name: 'network.yaml', text: NETWORK },
    { name: 'params.json', text: '[{"ParameterKey": "Kind", "ParameterValue": "dev"}]' },
  ])
  await expect(imported.section('Parameters without a value (1 of 1)')).toBeVisible()
  await expect(imported.section('Resources that are constructs (2)')).toBeVisible()
  await imported.dialog.getByLabel('Block').fill('10.77.0.0/16')
  await page.keyboard.press('Enter')
  await expect(imported.section('Parameters without a value (0 of 1)')).toBeVisible()
  await expect(imported.section('Values that could not be worked out')).toBeHidden()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  await imported.close()
  await expect(canvas.node('Network.Vpc')).toContainText('10.77.0.0/16')
})

test('a template pasted on the canvas is imported; a text that is nothing known is told, and nothing is lost', async ({
  app,
}) => {
  const { start, canvas, page, imported } = app
  await start.chooseBlank()
  await app.pasteText('Dear all, please see below')
  await expect(page.getByText('The pasted text is nothing that can be imported').first()).toBeVisible()
  await expect(app.bar.title).toHaveValue('Untitled design')
  await app.pasteText(NETWORK.replace('!Ref Block', '10.78.0.0/16'))
  await imported.close()
  await expect(canvas.node('Vpc')).toContainText('10.78.0.0/16')
  await start.show()
  await start.dialog.getByRole('button', { name: 'Paste text, or the last import' }).click()
  await imported.section('Import something else: paste it').click()
  await imported.dialog
    .getByRole('textbox', { name: /^A CloudFormation template/ })
    .fill('{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.79.0.0/16"}]}')
  await imported.dialog.getByRole('button', { name: 'Import this text' }).click()
  await expect(canvas.node('vpc-1')).toContainText('10.79.0.0/16')
})

test('a large import shows how far it is, and stops when it is told to', async ({ app }) => {
  const { start, page } = app
  await start.show()
  const rows = Array.from(
    { length: 12_000 },
    (_, i) => `  Vpc${i}: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}`,
  )
  await start.giveBytes('large.yaml', new TextEncoder().encode(`Resources:\n${rows.join('\n')}\n`))
  await page.getByRole('button', { name: 'Stop the import' }).click()
  await expect(page.getByText('The import of “large.yaml” was stopped.').first()).toBeVisible()
  await start.chooseBlank()
  await expect(page.getByText('Engine ready')).toBeVisible()
})
