// Loaded into the API by `npm start`: when the starter is gone (killed, its terminal closed), the API stops in order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
