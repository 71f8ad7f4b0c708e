import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../model/testing/designBuilder.ts'
import { simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { explainService } from './explainService.ts'
import { explainVerdict } from './explainVerdict.ts'

const catalogue = await loadCatalogue()

/** What is said of a name that a client of a VPC without a way out asks for. */
function said(
  to: string,
  region = 'us-west-2',
  more: (b: DesignBuilder, vpc: string, subnet: string) => void = () => {},
) {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ region: b.region(region), dnsHostnames: true })
    const subnet = b.subnet(vpc, { zone: `${region}a`, cidr: '10.0.1.0/24' })
    b.ec2(subnet, { id: 'box' })
    more(b, vpc, subnet)
  })
  const verdict = simulate(compileTopology(design, catalogue), { from: 'box', to, protocol: 'tcp', port: 443 })
  const sentences = [...explainService(verdict, design)]
  if (verdict.kind === 'fails') expect([...explainVerdict(verdict, design)]).toEqual(expect.arrayContaining(sentences))
  return sentences.join(' ')
}

it('names the endpoint that would lead to a service, by its type', () => {
  expect(said('sqs.us-west-2.amazonaws.com')).toMatch(/com\.amazonaws\.us-west-2\.sqs: an interface endpoint/)
  expect(said('b.s3.us-west-2.amazonaws.com')).toMatch(/com\.amazonaws\.us-west-2\.s3: a gateway endpoint/)
  expect(said('b--usw2-az1--x-s3.s3express-usw2-az1.us-west-2.amazonaws.com')).toMatch(
    /us-west-2\.s3express: a gateway endpoint/,
  )
  expect(said('dynamodb.us-west-2.amazonaws.com')).toMatch(/a gateway endpoint/)
  expect(said('api.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1')).toMatch(/cn\.com\.amazonaws\.cn-north-1\.ecr\.api:/)
})

it('says whether AWS offers a service of another Region', () => {
  expect(said('iam.amazonaws.com')).toMatch(/com\.amazonaws\.iam in us-east-1: .* states us-east-1/)
  expect(said('api.pricing.us-east-1.amazonaws.com')).toMatch(/does not offer to endpoints of other Regions/)
  expect(said('sqs.eu-west-1.amazonaws.com')).toMatch(/does not offer to endpoints of other Regions/)
  expect(said('iam.amazonaws.com', 'cn-north-1')).toBe('')
})

it('tells of the global names of S3 where they are S3’s own, and leaves those of elsewhere alone', () => {
  expect(said('b.s3.amazonaws.com', 'us-east-1')).toMatch(/private hosted zone s3\.amazonaws\.com/)
  expect(said('b.s3.amazonaws.com')).toBe('')
})

it('is silent where an endpoint of the VPC did not answer, where one would not help, and where the name is answered', () => {
  const silent = (privateDns: boolean) =>
    said('sqs.us-west-2.amazonaws.com', 'us-west-2', (b, vpc, subnet) => {
      b.interfaceEndpoint(vpc, 'sqs', { subnets: [subnet], privateDns })
    })
  expect(silent(false)).toBe('')
  expect(silent(true)).toBe('')
  expect(said('api1.execute-api.us-west-2.amazonaws.com')).toBe('')
  expect(said('www.example.com')).toBe('')
})
