import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SecretBox } from './access-context.ts'
import { createDevice, type Device, findDevice } from './device.ts'

const sessionName = (secure: boolean): string => (secure ? '__Host-guidui' : 'guidui')
const deviceName = (secure: boolean): string => (secure ? '__Host-guidui-device' : 'guidui-device')

/** Browsers keep no cookie longer than 400 days. */
const DEVICE_SECONDS = 400 * 86_400

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure }) as const

/** The token a request carries: what `findActor` wants. */
export const tokenOf = (request: FastifyRequest, { secure }: { secure: boolean }): string | undefined =>
  request.cookies[sessionName(secure)]

/** The device a request comes from, or a new one. */
export const deviceOf = (request: FastifyRequest, secrets: SecretBox, { secure }: { secure: boolean }): Device =>
  findDevice(secrets, request.cookies[deviceName(secure)]) ?? createDevice(secrets)

/** The session cookie ends with the browser; its limits are the server's. */
export const setToken = (reply: FastifyReply, token: string, { secure }: { secure: boolean }): FastifyReply =>
  reply.setCookie(sessionName(secure), token, attributes(secure))

export const clearToken = (reply: FastifyReply, { secure }: { secure: boolean }): FastifyReply =>
  reply.clearCookie(sessionName(secure), attributes(secure))

export const setDevice = (reply: FastifyReply, device: Device, { secure }: { secure: boolean }): FastifyReply =>
  reply.setCookie(deviceName(secure), device.cookie, { ...attributes(secure), maxAge: DEVICE_SECONDS })
