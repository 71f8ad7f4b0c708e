import { TextField } from './TextField.tsx'

interface NumberFieldProps {
  readonly label: string
  readonly value: number
  readonly help?: string | undefined
  readonly labelHidden?: boolean
  readonly className?: string
  readonly problem: (value: unknown) => string | null
  readonly onCommit: (value: number) => void
}

/** A whole number, typed as text so that nothing unreadable is turned into something else. */
export function NumberField({ value, problem, onCommit, ...rest }: NumberFieldProps) {
  return (
    <TextField
      {...rest}
      mono
      value={String(value)}
      problem={(text) => problem(parseWhole(text))}
      onCommit={(text) => {
        if (parseWhole(text) !== value) onCommit(parseWhole(text))
      }}
    />
  )
}

const parseWhole = (text: string): number => (/^-?\d+$/.test(text.trim()) ? Number(text) : Number.NaN)
