//! Where the preview is served: on this machine only.

use std::io;
use std::net::{Ipv4Addr, TcpListener};

use crate::shell::fault::Fault;

/// How many ports are tried after the one asked for.
const TRIED: u16 = 20;

/// A port to listen on: the one asked for, or the next that is free.
pub fn open(asked: u16) -> Result<(TcpListener, u16), Fault> {
    let mut port = asked;
    loop {
        let opened = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let opened = opened.and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
        match (opened, port.checked_add(1)) {
            (Ok((port, listener)), _) => return Ok((listener, port)),
            (Err(error), Some(next)) if is_taken(&error) && next - asked <= TRIED => port = next,
            (Err(error), _) => return Err(Fault::port(port, &error)),
        }
    }
}

fn is_taken(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::AddrInUse
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_port_is_taken_where_one_is_busy() {
        let (_busy, first) = open(0).unwrap();
        let (_, second) = open(first).unwrap();
        assert!(second > first, "{second} after {first}");
    }
}
