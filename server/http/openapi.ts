import { z } from 'zod'
import { refusalCodes } from '../../schema/refusal.ts'
import type { Route } from './route.ts'

/** The table of routes as an OpenAPI 3.1 document, made of the validators that guard them. */
export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Adref', version: '1' },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'adref.session_token' } },
      schemas: {
        Refusal: {
          type: 'object',
          properties: { code: { enum: refusalCodes }, params: { type: 'object' } },
          required: ['code', 'params'],
        },
      },
    },
    paths,
  }
}

function operation({ path, summary, open, body, query, raw }: Route): object {
  const named = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const { properties = {}, required = [] } = query ? schemaOf(query) : {}
  const asked = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
  const content = raw
    ? { 'application/octet-stream': {} }
    : body && { 'application/json': { schema: schemaOf(body) } }
  return {
    summary,
    ...(open ? {} : { security: [{ session: [] }] }),
    parameters: [...named, ...asked],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      '2XX': { description: 'Done' },
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
}

const schemaOf = (validator: z.ZodType) => z.toJSONSchema(validator, { io: 'input', unrepresentable: 'any' })
