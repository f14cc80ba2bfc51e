//! Moves a body without ever waiting for it.

use crate::http::{IncomingBody, OutgoingBody};
use crate::streams::{InputStream, OutputStream, Pollable};

/// Bytes read at a time.
const PIECE: u64 = 64 << 10;

/// Fields are dropped in the order of their declaration: streams before the bodies they belong to.
pub struct Pipe {
    input: InputStream,
    output: OutputStream,
    _from: IncomingBody,
    to: OutgoingBody,
    /// What was read and is not written.
    held: Vec<u8>,
    flushing: bool,
}

impl Pipe {
    pub fn new(from: IncomingBody, to: OutgoingBody) -> Self {
        let input = from.stream().expect("a new body gives its stream");
        Pipe { input, output: to.stream(), _from: from, to, held: Vec::new(), flushing: false }
    }

    /// Moves what can be moved now: then what to wait for, or `None` when all was moved.
    fn step(&mut self) -> Result<Option<Pollable>, ()> {
        loop {
            if self.held.is_empty() && !self.flushing {
                match self.input.read_now(PIECE).map_err(|_| ())? {
                    Some(piece) if piece.is_empty() => return Ok(Some(self.input.subscribe())),
                    Some(piece) => self.held = piece,
                    None => {
                        self.output.start_flush().map_err(|_| ())?;
                        self.flushing = true;
                    }
                }
            }
            let permitted = self.output.permit().map_err(|_| ())?.min(self.held.len() as u64 + 1) as usize;
            if permitted == 0 {
                return Ok(Some(self.output.subscribe()));
            }
            if self.flushing {
                return Ok(None);
            }
            let now = permitted.min(self.held.len());
            self.output.write_permitted(&self.held[..now]).map_err(|_| ())?;
            self.held.drain(..now);
        }
    }

    fn finish(self) {
        let Pipe { input, output, to, .. } = self;
        drop((input, output));
        to.finish(None);
    }
}

/// Takes a step with a pipe if there is one, and adds to `waits` what it waits for. A pipe that has done its work is
/// finished; one that broke is dropped, which tells the other side that the body is not whole.
pub fn advance(pipe: &mut Option<Pipe>, waits: &mut Vec<Pollable>) {
    match pipe.as_mut().map(Pipe::step) {
        None => {}
        Some(Ok(Some(pollable))) => waits.push(pollable),
        Some(Ok(None)) => pipe.take().unwrap().finish(),
        Some(Err(())) => *pipe = None,
    }
}
