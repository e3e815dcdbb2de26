"""The ground floor: what a review is made of, as frozen values. Standard library only.

Nothing here reads files, asks the network or decides anything. Every other floor takes these
values in and gives these values out.
"""
