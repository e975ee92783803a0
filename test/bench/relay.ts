import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'

/** A process that passes every message on to everyone and keeps nothing: the least that telling a crowd can cost. */
const server = new WebSocketServer({ port: 0, perMessageDeflate: false })
server.on('listening', () => process.send!({ port: (server.address() as AddressInfo).port }))
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    for (const client of server.clients) client.send(data, { binary: false })
  })
})
