import type { Tree } from '../aws/value.ts'

/** A piece of an expression: text of the language as it stands, or the address of a resource of the module. */
export type Piece =
  | string
  | { readonly resource: string }
  | { readonly variable: string }
  /** A local value that takes the resource, or what exists in its place. */
  | { readonly local: string; readonly of: string }
/** What stands where a value may: pieces one after the other, on one line. */
export interface Expression {
  readonly hcl: readonly Piece[]
}
/** Data that AWS takes as JSON. */
interface Json {
  readonly json: Value
}
export type Value = Tree<Expression | Json>

/** Blocks of one name, one after the other. */
export interface Blocks<Leaf> {
  readonly blocks: readonly Members<Leaf>[]
}
/** Arguments and blocks; undefined is not said. */
export type Members<Leaf> = { readonly [name: string]: Tree<Leaf> | Blocks<Leaf> | undefined }
/** What stands between the braces of a block. */
export type Body = Members<Expression | Json>

export const isExpression = <T>(value: T | Expression): value is Expression =>
  typeof value === 'object' && value !== null && 'hcl' in value
export const isJson = <T>(value: T | Json): value is Json =>
  typeof value === 'object' && value !== null && 'json' in value
export const isBlocks = <Leaf>(value: Tree<Leaf> | Blocks<Leaf>): value is Blocks<Leaf> =>
  typeof value === 'object' && value !== null && 'blocks' in value

export const codeOf = (...code: readonly Piece[]): Expression => ({ hcl: code })
export const variable = (name: string): Piece => ({ variable: name })
export const local = (name: string, of: string): Piece => ({ local: name, of })
export const resource = (address: string): Piece => ({ resource: address })
