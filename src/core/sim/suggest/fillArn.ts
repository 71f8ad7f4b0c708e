/** What stands in an ARN where its maker chooses, for an example; else `example`. */
const EXAMPLES: Readonly<Record<string, string>> = {
  Stage: 'prod',
  Method: 'GET',
  ApiSpecificResourcePath: 'orders',
  Alias: 'live',
}

/**
 * The ARNs that an action may be about within something that is drawn: the thing’s own, or that of what lies in it, with a word of its own in the place
 * of what nobody said. `templates`: as the Service Authorization Reference has them, `arn:${Partition}:s3:::${BucketName}/${ObjectName}`.
 */
export function fillArn(drawn: string, templates: readonly string[]): readonly string[] {
  const found = templates.flatMap((template) => {
    for (
      let end = template.length;
      end > 0;
      end = Math.max(template.lastIndexOf('/', end - 1), template.lastIndexOf(':', end - 1))
    )
      if (shapeOf(template.slice(0, end)).test(drawn)) return [drawn + exampleOf(template.slice(end))]
    return []
  })
  return [...new Set(found)]
}

/** A drawn ARN says every one of its parts, so that none of them reaches over the next `:` or `/`. */
const shapeOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\$\{[^}]*\}/)
      .map((text) => text.replace(/[^A-Za-z0-9]/g, '\\$&'))
      .join('[^:/]*')}$`,
  )

const exampleOf = (rest: string): string =>
  rest.replace(/\$\{([^}]*)\}/g, (_, name: string) => EXAMPLES[name] ?? 'example')
