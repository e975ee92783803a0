import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://localhost:${process.env['PORT'] ?? 4100}`

export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
  },
  server: {
    proxy: {
      // The client has a folder of that name: its modules are not the server's.
      '^/api/(?![^?]*\\.tsx?(\\?|$))': server,
      '/live': { target: server, ws: true },
      '/drafts': { target: server, ws: true },
    },
  },
})
