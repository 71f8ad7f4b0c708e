import { expect, test } from 'vitest'
import { codeOf, resource, variable } from './expression.ts'
import { printBlock } from './printHcl.ts'

test('a block as terraform fmt wants it: columns of neighbours, what takes several lines apart, own words first and last', () => {
  const text = printBlock(
    'resource "aws_x" "y"',
    {
      depends_on: [codeOf('aws_w.v')],
      count: codeOf(variable('id'), ' == null ? 0 : 1'),
      short: 1,
      much_longer: codeOf(resource('aws_z.z'), '.id'),
      left_out: undefined,
      tags: { Name: 'a', 'hopwise:id': 'b', for: true },
      list: Array.from({ length: 4 }, (_, index) => `${'long'.repeat(8)}${index}`),
      policy: { json: { Statement: [{ Effect: 'Allow', Condition: { A: { B: ['c'] } } }], Empty: [] } },
      after: false,
      inner: { blocks: [{}, { a: 'x', deeper: { blocks: [{ b: 2 }] } }] },
    },
    (address) => `${address}[0]`,
  )
  expect(text).toMatchInlineSnapshot(`
    "resource "aws_x" "y" {
      count = var.id == null ? 0 : 1

      short       = 1
      much_longer = aws_z.z[0].id

      tags = {
        Name         = "a"
        "hopwise:id" = "b"
        "for"        = true
      }

      list = [
        "longlonglonglonglonglonglonglong0",
        "longlonglonglonglonglonglonglong1",
        "longlonglonglonglonglonglonglong2",
        "longlonglonglonglonglonglonglong3",
      ]

      policy = jsonencode({
        Statement = [
          {
            Effect = "Allow"
            Condition = {
              A = {
                B = ["c"]
              }
            }
          },
        ]
        Empty = []
      })

      after = false

      inner {}

      inner {
        a = "x"

        deeper {
          b = 2
        }
      }

      depends_on = [aws_w.v]
    }"
  `)
})
