import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { strToU8 } from 'fflate'
import { loadCatalogue } from '../src/core/aws/index.ts'
import { importFiles } from '../src/core/import/index.ts'
import { applyEdits, type Edit, serialiseDesign } from '../src/core/model/index.ts'
import { readDownload } from './pages/readDownload.ts'
import { storyTest as test } from './storyTest.ts'

const TEMPLATE = `# The network of the shop
Parameters:
  Block: {Type: String, Default: 10.0.1.0/24}
Resources:
  Net: # main
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsHostnames: true
  Front:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Net
      CidrBlock: !Ref Block
      AvailabilityZone: !Select [0, !GetAZs ""]
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      VpcId: !Ref Net
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0} # everybody
`

/** A design of the template, with some of it changed. */
async function changed(): Promise<string> {
  const result = importFiles([{ path: 'shop.yaml', bytes: strToU8(TEMPLATE) }], { catalogue: await loadCatalogue() })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const { design } = result
  const group = design.constructs.Group
  if (group?.kind !== 'security-group') throw new Error('no group')
  const rule = { ...group.ingress[0]!, ports: { from: 80, to: 80 } }
  const edits: readonly Edit[] = [
    { kind: 'change', of: 'subnet', id: 'Front', fields: { cidr: '10.0.9.0/24' } },
    { kind: 'change', of: 'vpc', id: 'Net', fields: { name: 'shop' } },
    { kind: 'change', of: 'security-group', id: 'Group', fields: { ingress: [...group.ingress, rule] } },
    { kind: 'change', of: 'account', id: 'account-111122223333', fields: { name: 'Shop account' } },
  ]
  return serialiseDesign(applyEdits(design, edits).design)
}

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    test('a design that came from a template shows what changes in it, asks, and hands it out', async ({ app }) => {
      const { start, page } = app
      await start.openFile({ name: 'shop.hopwise.json', text: await changed() })
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'Export' })
      const section = dialog.getByRole('region', { name: 'Changes of shop.yaml' })
      await expect(dialog.getByRole('tab').first()).toHaveText('Your template')
      await expect(section).toContainText('CidrBlock: 10.0.9.0/24')
      await expect(dialog.getByRole('region', { name: 'Not in the template' })).toContainText('Shop account')
      const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
      const question = dialog.getByRole('group', { name: /comes from the parameter Block/ })
      await question.getByRole('radio').first().focus()
      await page.keyboard.press('ArrowDown')
      await expect(section).toContainText('Default: 10.0.9.0/24')
      await expect(section).not.toContainText('CidrBlock: 10.0.9.0/24')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: 'Download shop.yaml' }).click(),
      ])
      const text = (await readDownload(download)).toString()
      expect(text).toContain('Block: {Type: String, Default: 10.0.9.0/24}')
      expect(text).toContain('# everybody')
    })
  })
