// Loaded into the measured server: tells what its process uses when it is asked by a signal.
process.on('SIGUSR2', () => process.stderr.write(`${JSON.stringify(process.memoryUsage())}\n`));
