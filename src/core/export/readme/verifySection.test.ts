import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/index.ts'
import { hexOf } from '../../base/hash.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { exportDesign } from '../index.ts'

const catalogue = await loadCatalogue()

const design = buildDesign((b) => {
  const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
  const a = b.subnet(vpc, { cidr: '10.0.1.0/24', zone: 'us-east-1a' })
  const c = b.subnet(vpc, { cidr: '10.0.2.0/24', zone: 'us-east-1b' })
  b.ec2(a, { id: 'web' })
  b.lambda(a, { id: 'caller' })
  b.interfaceEndpoint(vpc, 'sqs', { id: 'queue', subnets: [a], dnsLabel: 'vpce-0a1b-x' })
  b.interfaceEndpoint(vpc, 's3', { id: 'files', subnets: [a] })
  b.nlb(vpc, { id: 'nlb', subnets: [a, c], dnsName: 'drawn-1.elb.us-east-1.amazonaws.com' })
  for (const to of [
    'web',
    'nlb',
    'vpce-0a1b-x-us-east-1a.sqs.us-east-1.vpce.amazonaws.com',
    `bucket.vpce-0${hexOf('files', 16)}-${hexOf('name files', 8)}.s3.us-east-1.vpce.amazonaws.com`,
    'drawn-1.elb.us-east-1.amazonaws.com',
  ]) {
    b.request({ from: 'web', to })
    b.request({ from: 'caller', to })
  }
  b.request({ from: 'web', to: `it's "$(touch x)"` })
})

test.each(['cloudformation', 'cli'] as const)(
  'the checks of %s read what was deployed, and name nothing that was drawn for it',
  (format) => {
    const readme = exportDesign(design, catalogue, format).files[0]!.text
    const checks = readme.slice(readme.indexOf('## Check it'), readme.indexOf('## Drift'))
    const blocks = [...checks.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!)
    expect(blocks).toHaveLength(11)
    for (const block of blocks.slice(0, 10)) {
      expect(block).toMatch(/^target=\$\(aws /)
      expect(block).not.toMatch(/ADDRESS|FUNCTION_NAME|vpce-0|drawn-1/)
      expect(block).toMatch(/\$target/)
    }
    expect(checks).toContain(`target=bucket."\${target#\\*.}"`)
    expect(blocks[10]).toContain(`'https://it'\\''s "$(touch x)"/'`)
  },
)
