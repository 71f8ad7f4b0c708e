import { expect, it } from 'vitest'
import { deriveLists } from './deriveLists.ts'

const row = (ip_prefix: string, region: string, service: string) => ({ ip_prefix, region, service })

it('takes the rows of a service into its list, by family, aggregated, each partition for itself', () => {
  const lists = deriveLists(
    {
      createDate: '2026-08-22-00-00-00',
      prefixes: [
        row('3.0.0.0/25', 'GLOBAL', 'CLOUDFRONT_ORIGIN_FACING'),
        row('3.0.0.128/25', 'ap-northeast-2', 'CLOUDFRONT_ORIGIN_FACING'),
        row('15.177.0.0/18', 'us-east-1', 'ROUTE53_HEALTHCHECKS'),
        row('52.80.198.0/24', 'cn-north-1', 'ROUTE53_HEALTHCHECKS'),
        row('18.206.107.24/29', 'us-east-1', 'EC2_INSTANCE_CONNECT'),
        row('13.48.4.200/30', 'eu-north-1', 'EC2_INSTANCE_CONNECT'),
      ],
      ipv6_prefixes: [{ ipv6_prefix: '2600:9000::/28', region: 'GLOBAL', service: 'CLOUDFRONT_ORIGIN_FACING' }],
    },
    ['us-east-1'],
  )
  expect(lists).toEqual({
    'com.amazonaws.global.cloudfront.origin-facing': ['3.0.0.0/24'],
    'com.amazonaws.global.ipv6.cloudfront.origin-facing': ['2600:9000::/28'],
    'com.amazonaws.{r}.route53-healthchecks': ['15.177.0.0/18'],
    'com.amazonaws.us-east-1.ec2-instance-connect': ['18.206.107.24/29'],
  })
})
