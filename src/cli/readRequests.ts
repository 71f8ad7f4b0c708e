import { type AccessRequest, type Problem, parseRequest } from '../core/model/index.ts'

/** A line of a file of requests; in place of the request the reason where it is none, which costs that line alone. */
export interface RequestLine {
  readonly id: unknown
  readonly request: AccessRequest | string
  /** Members that are no part of a request. */
  readonly more: Readonly<Record<string, unknown>>
  /** `requests.jsonl:3`. */
  readonly place: string
}

/** Reads a request a line; `beside`: members that a line may have and that are no part of its request. */
export function readRequests(text: string, file: string, beside: readonly string[] = []): readonly RequestLine[] {
  return text.split(/\r?\n/).flatMap((line, index): RequestLine[] => {
    if (line.trim() === '') return []
    const place = `${file}:${index + 1}`
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      return [{ id: index + 1, request: `${place}: not JSON: ${(error as Error).message}`, more: {}, place }]
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [{ id: index + 1, request: `${place}: not a JSON object`, more: {}, place }]
    const { id = index + 1, ...rest } = value as Record<string, unknown>
    const of = (isBeside: boolean) =>
      Object.fromEntries(Object.entries(rest).filter(([key]) => beside.includes(key) === isBeside))
    const result = parseRequest(of(false))
    return [
      { id, request: result.ok ? result.request : `${place}: ${reasonOf(result.problems)}`, more: of(true), place },
    ]
  })
}

/** The first problem in words. */
export const reasonOf = ([first]: readonly Problem[]): string =>
  `${first?.path ? `${first.path}: ` : ''}${first?.message ?? 'is no request'}`
