import fc from 'fast-check'
import { constructSchema } from '../kinds/registry.ts'

/** As much of a schema as is needed to make values that it takes. */
interface Shape {
  readonly def: {
    readonly type: string
    readonly values?: readonly unknown[]
    readonly entries?: Readonly<Record<string, string>>
    readonly element?: Shape
    readonly innerType?: Shape
    readonly valueType?: Shape
    readonly keyType?: Shape
    readonly options?: readonly Shape[]
    readonly shape?: Readonly<Record<string, Shape>>
  }
}

/**
 * Constructs of every kind, straight from the schema: whatever it takes may come, with texts and references from `words`.
 * A new kind or field needs no line here.
 */
export function arbitraryConstruct(words: readonly string[]): fc.Arbitrary<object> {
  const word = fc.constantFrom(...words)
  const of = (schema: Shape): fc.Arbitrary<unknown> => {
    const { def } = schema
    switch (def.type) {
      case 'literal':
        return fc.constantFrom(...def.values!)
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries!))
      case 'string':
        return word
      case 'number':
        return fc.constantFrom(0, 1, 2, 53, 80, 100, 443)
      case 'boolean':
        return fc.boolean()
      case 'default':
        return fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 3, arbitrary: of(def.innerType!) })
      case 'optional':
        return fc.option(of(def.innerType!), { nil: undefined })
      case 'nullable':
        return fc.option(of(def.innerType!), { nil: null, freq: 3 })
      case 'array':
        return fc.array(of(def.element!), { minLength: 1, maxLength: 3 })
      case 'record':
        return fc.constant({})
      case 'union':
        return fc.oneof(...def.options!.map(of))
      case 'object':
        return fc
          .record(Object.fromEntries(Object.entries(def.shape!).map(([key, inner]) => [key, of(inner)])))
          .map((made) => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))
      default:
        throw new Error(`No values are made for a schema of type “${def.type}”`)
    }
  }
  return fc.oneof(
    ...constructSchema.def.options.map((option) => of(option as unknown as Shape)),
  ) as fc.Arbitrary<object>
}
