import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { answerFault } from './faults.ts'
import { protectPages } from './headers.ts'

export interface ServerOptions {
  /** True behind TLS: cookies are Secure and the browser is told to stay on TLS. */
  readonly secure: boolean
  readonly log: (line: string) => void
}

/** 1 MB: a form, never a file. Files have their own route and their own budget. */
const BODY_LIMIT = 1_048_576

/** The HTTP floor: schemas, cookies, headers, the OpenAPI page and what a fault looks like from outside. */
export async function openServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, trustProxy: true, forceCloseConnections: true, requestTimeout: 60_000 })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerFault(options.log))
  await app.register(cookie)
  protectPages(app, options)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Guidui 归队', version: '1', description: 'Actions change, views read. See CONTRIBUTING.md.' },
    },
    transform: jsonSchemaTransform,
  })
  return app
}
