//! A command of Rust's standard library that touches everything `wasi:cli` and `wasi:filesystem` give it.

use std::fs;
use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};
use std::process::exit;

const USAGE: &str = "\
usage: cli-files COMMAND
  args [ANY…]            prints its arguments, one a line
  env [NAME]             prints a variable, or all of them sorted
  stdin                  copies standard input to standard output
  lines                  counts the lines of standard input
  cat FILE…              prints files
  write FILE TEXT        makes a file of it
  append FILE TEXT       adds to a file
  patch FILE OFFSET TEXT writes at a place in a file
  copy FROM TO           copies a file in pieces
  list DIR               names, kinds and sizes, sorted
  stat PATH              kind and size
  mkdir DIR, rmdir DIR, remove FILE, rename FROM TO
  time                   whether the clocks run
  exit CODE              ends with it
  panic                  ends as Rust does";

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    if let Err(error) = run(args.get(1..).unwrap_or(&[])) {
        eprintln!("cli-files: {}", error);
        exit(1);
    }
}

fn run(args: &[&str]) -> io::Result<()> {
    match args {
        ["args", rest @ ..] => rest.iter().for_each(|arg| println!("{}", arg)),
        ["env"] => {
            let mut all: Vec<_> = std::env::vars().collect();
            all.sort();
            all.iter().for_each(|(name, value)| println!("{}={}", name, value));
        }
        ["env", name] => match std::env::var(name) {
            Ok(value) => println!("{}", value),
            Err(error) => return Err(io::Error::new(io::ErrorKind::NotFound, format!("{}: {}", name, error))),
        },
        ["stdin"] => {
            io::copy(&mut io::stdin().lock(), &mut io::stdout().lock())?;
            io::stdout().flush()?;
        }
        ["lines"] => println!("{}", io::stdin().lock().lines().collect::<Result<Vec<_>, _>>()?.len()),
        ["cat", files @ ..] => {
            for file in files {
                io::stdout().write_all(&fs::read(file).map_err(at(file))?)?;
            }
        }
        ["write", file, text] => fs::write(file, text).map_err(at(file))?,
        ["append", file, text] => {
            fs::OpenOptions::new().append(true).open(file).and_then(|mut f| f.write_all(text.as_bytes())).map_err(at(file))?
        }
        ["patch", file, offset, text] => {
            let offset = offset.parse().map_err(|e| io::Error::new(io::ErrorKind::InvalidInput, e))?;
            let mut file = fs::OpenOptions::new().read(true).write(true).open(file).map_err(at(file))?;
            file.seek(SeekFrom::Start(offset))?;
            file.write_all(text.as_bytes())?;
        }
        ["copy", from, to] => copy(from, to)?,
        ["list", dir] => list(dir).map_err(at(dir))?,
        ["stat", path] => println!("{}", describe(&fs::metadata(path).map_err(at(path))?)),
        ["mkdir", dir] => fs::create_dir(dir).map_err(at(dir))?,
        ["rmdir", dir] => fs::remove_dir(dir).map_err(at(dir))?,
        ["remove", file] => fs::remove_file(file).map_err(at(file))?,
        ["rename", from, to] => fs::rename(from, to).map_err(at(from))?,
        ["time"] => {
            let start = std::time::Instant::now();
            let since_1970 = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_err(other)?;
            println!("{}", since_1970.as_secs() > 0 && start.elapsed().as_secs() < 3600);
        }
        ["exit", code] => exit(code.parse().map_err(other)?),
        ["panic"] => panic!("as asked"),
        _ => {
            eprintln!("{}", USAGE);
            exit(2);
        }
    }
    Ok(())
}

/// Names the path in an error about it.
fn at(path: &str) -> impl FnOnce(io::Error) -> io::Error + '_ {
    move |error| io::Error::new(error.kind(), format!("{}: {}", path, error))
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::new(io::ErrorKind::Other, error)
}

fn copy(from: &str, to: &str) -> io::Result<()> {
    let mut source = fs::File::open(from).map_err(at(from))?;
    let mut target = fs::File::create(to).map_err(at(to))?;
    let mut piece = [0; 8 << 10];
    let mut total = 0;
    loop {
        let read = source.read(&mut piece)?;
        if read == 0 {
            println!("{} bytes", total);
            return target.sync_all();
        }
        target.write_all(&piece[..read])?;
        total += read;
    }
}

fn list(dir: &str) -> io::Result<()> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        lines.push(format!("{} {}", entry.file_name().to_string_lossy(), describe(&entry.metadata()?)));
    }
    lines.sort();
    lines.iter().for_each(|line| println!("{}", line));
    Ok(())
}

fn describe(metadata: &fs::Metadata) -> String {
    if metadata.is_dir() {
        "directory".to_string()
    } else if metadata.is_file() {
        format!("file {}", metadata.len())
    } else {
        "other".to_string()
    }
}
