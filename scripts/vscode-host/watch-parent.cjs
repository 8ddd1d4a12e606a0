// Preloaded into VS Code's server: when whoever started it is gone, even killed, the server goes with all its children.
// It leads a process group of its own, so nobody else would end it.
const parent = process.ppid;

setInterval(() => {
  if (process.ppid === parent) return;
  try {
    process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL');
  } catch {
    // Not the leader of a group: a child that inherited this file.
    process.exit(1);
  }
}, 1000).unref();
