import { expect, test } from 'vitest'
import { groupSuggestions } from './useSuggestions.ts'

const suggest = (to: string) => ({ to, label: to, protocol: 'tcp' as const, port: 443 })

test('suggestions are grouped by what they are, services first', () => {
  const options = groupSuggestions(
    [
      '10.0.1.20',
      'vpce-1-a.kinesis.us-east-1.vpce.amazonaws.com',
      'kinesis.us-east-1.amazonaws.com',
      'api.partner.example',
    ].map(suggest),
  )
  expect(options.map(({ value, group }) => [group, value])).toEqual([
    ['AWS services', 'kinesis.us-east-1.amazonaws.com'],
    ['Names of the endpoints themselves', 'vpce-1-a.kinesis.us-east-1.vpce.amazonaws.com'],
    ['Clients, hosts and resources', '10.0.1.20'],
    ['Clients, hosts and resources', 'api.partner.example'],
  ])
})
