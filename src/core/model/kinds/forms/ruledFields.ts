import type { Field } from '../definition.ts'

/** Several groups in the place of one. */
export const weightedField: Field = {
  key: 'weighted',
  label: 'Several target groups',
  input: 'rows',
  rowLabel: 'Weighted target group',
  most: 10,
  blank: { weight: 1 },
  help: 'In the place of the one: requests are shared out by weight, and a group of weight 0 gets none.',
  of: [
    { key: 'targetGroup', label: 'Target group', input: 'reference', kinds: ['target-group'] },
    { key: 'weight', label: 'Weight', input: 'number', min: 0, max: 999 },
  ],
}

/** Beside a target group: what a listener, or a rule of it, does with requests otherwise. */
const actionFields: readonly Field[] = [
  weightedField,
  {
    key: 'redirect',
    label: 'Redirect to',
    input: 'text',
    optional: true,
    most: 1024,
    help: 'An address such as https://#{host}:443/#{path}?#{query}. Empty: no redirection.',
  },
  {
    key: 'statusCode',
    label: 'Status code',
    input: 'number',
    min: 200,
    max: 599,
    optional: true,
    help: 'Of the redirection, or of a fixed response where there is no target group.',
  },
]

const blankAction = { weighted: [], redirect: null, statusCode: null }
/** A new listener has none of it. */
export const blankRuled = { ...blankAction, rules: [] }

/** What an Application Load Balancer’s listener has beside its target group. */
export const ruledFields: readonly Field[] = [
  ...actionFields,
  {
    key: 'rules',
    label: 'Rules',
    input: 'rows',
    rowLabel: 'Rule',
    most: 1000,
    blank: { priority: 10, hosts: [], paths: [], sources: [], others: [], targetGroup: null, ...blankAction },
    help: 'Asked in order of priority; what none of them takes goes as said above.',
    of: [
      { key: 'priority', label: 'Priority', input: 'number', min: 1, max: 50_000, step: 10 },
      { key: 'hosts', label: 'Hosts', input: 'texts', of: 'text', help: 'Such as *.example.com; none: every host.' },
      { key: 'paths', label: 'Paths', input: 'texts', of: 'text', help: 'Such as /api/*; none: every path.' },
      { key: 'sources', label: 'Source addresses', input: 'texts', of: 'cidr', help: 'None: every one.' },
      {
        key: 'others',
        label: 'Other conditions',
        input: 'texts',
        of: 'text',
        help: 'Each as the API writes it: {"Field":"http-request-method",…}.',
      },
      {
        key: 'targetGroup',
        label: 'Target group',
        input: 'reference',
        kinds: ['target-group'],
        optional: true,
        noneLabel: 'None',
      },
      ...actionFields,
    ],
  },
]
