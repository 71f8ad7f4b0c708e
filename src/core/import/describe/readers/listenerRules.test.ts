import { expect, test } from 'vitest'
import { exampleServices } from '../testing/exampleServices.ts'
import { importTexts } from '../testing/importTexts.ts'

const ALB = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/app/inner/1123456789abcdef'
const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:111111111111:listener/app/inner/1123456789abcdef/aaaa'
const group = (name: string) => `arn:aws:elasticloadbalancing:us-east-1:111111111111:targetgroup/${name}/1`
const forward = (...names: readonly (readonly [string, number])[]) => ({
  Type: 'forward',
  ...(names.length === 1 && { TargetGroupArn: group(names[0]![0]) }),
  ForwardConfig: { TargetGroups: names.map(([name, Weight]) => ({ TargetGroupArn: group(name), Weight })) },
})
const REDIRECT = {
  Type: 'redirect',
  RedirectConfig: {
    Protocol: 'HTTPS',
    Port: '443',
    Host: '#{host}',
    Path: '/#{path}',
    Query: '#{query}',
    StatusCode: 'HTTP_301',
  },
}
const rule = (Priority: string, Conditions: readonly object[], ...Actions: readonly object[]) => ({
  RuleArn: `${LISTENER.replace(':listener/', ':listener-rule/')}/${Priority}`,
  Priority,
  Conditions,
  Actions,
  IsDefault: Priority === 'default',
})
const RULES = [
  rule(
    '10',
    [
      { Field: 'host-header', Values: ['a.example'], HostHeaderConfig: { Values: ['a.example'] } },
      { Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.0/8'] } },
    ],
    forward(['web', 9], ['next', 1]),
  ),
  rule(
    '20',
    [{ Field: 'path-pattern', Values: ['/old/*'] }],
    { Type: 'authenticate-cognito', Order: 1 },
    { ...REDIRECT, Order: 2 },
  ),
  rule(
    '30',
    [
      { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Stage', Values: ['next'] } },
      { Field: 'query-string', QueryStringConfig: { Values: [{ Key: 'v', Value: '1' }] } },
      { Field: 'host-header', HostHeaderConfig: { RegexValues: ['^b[.]'] } },
    ],
    {
      Type: 'fixed-response',
      FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'no' },
    },
  ),
  rule('default', [], REDIRECT),
]

const imported = (rules: object) => {
  const { LoadBalancers } = exampleServices()
  const answers = {
    LoadBalancers: LoadBalancers.filter((one) => one.LoadBalancerArn === ALB),
    Listeners: [
      { ListenerArn: LISTENER, LoadBalancerArn: ALB, Protocol: 'HTTP', Port: 80, DefaultActions: [REDIRECT] },
    ],
    ...rules,
  }
  const { design, report } = importTexts([{ path: 'all.json', text: JSON.stringify(answers) }])
  const found = Object.values(design.constructs).find((one) => one.kind === 'application-load-balancer')
  return { listeners: found?.listeners, notes: report.notes.map(({ message }) => message).join('\n') }
}

test.each([
  ['as describe-rules prints them', { Rules: RULES }],
  ['as collect.sh keeps them', { ListenerRules: [{ ListenerArn: LISTENER, Rules: RULES }] }],
])('rules of a listener come into the design, %s', (_, rules) => {
  const { listeners, notes } = imported(rules)
  expect(listeners).toMatchObject([
    {
      port: 80,
      targetGroup: null,
      redirect: 'https://#{host}:443/#{path}?#{query}',
      statusCode: 301,
      rules: [
        {
          priority: 10,
          hosts: ['a.example'],
          paths: [],
          sources: ['10.0.0.0/8'],
          others: [],
          weighted: [{ weight: 9 }, { weight: 1 }],
        },
        { priority: 20, paths: ['/old/*'], redirect: 'https://#{host}:443/#{path}?#{query}' },
        {
          priority: 30,
          hosts: [],
          statusCode: 404,
          others: [
            '{"Field":"http-header","HttpHeaderConfig":{"HttpHeaderName":"X-Stage","Values":["next"]}}',
            '{"Field":"query-string","QueryStringConfig":{"Values":[{"Key":"v","Value":"1"}]}}',
            '{"Field":"host-header","HostHeaderConfig":{"RegexValues":["^b[.]"]}}',
          ],
        },
      ],
    },
  ])
  expect(listeners?.[0]?.rules).toHaveLength(3)
  expect(notes).toContain('it asks who sends a request')
  expect(notes).not.toMatch(/Rules\.|describe-rules/)
})

test('rules that are in none of the files are said to be missing', () => {
  const { listeners, notes } = imported({})
  expect(listeners?.[0]?.rules).toBeUndefined()
  expect(notes).toContain('rules of its listeners are not in the files')
})
