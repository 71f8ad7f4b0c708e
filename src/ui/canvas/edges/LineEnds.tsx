/** The arrowheads of all lines, drawn once. */
export const LineEnds = () => (
  <svg className="line-ends" aria-hidden="true">
    <defs>
      {(['line-end', 'path-end-carried', 'path-end-other'] as const).map((id) => (
        <marker
          key={id}
          id={id}
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth={id === 'line-end' ? 7 : 5}
          markerHeight={id === 'line-end' ? 7 : 5}
          orient="auto-start-reverse"
          className={id}
        >
          <path d="M1 1 7 4 1 7" />
        </marker>
      ))}
    </defs>
  </svg>
)
